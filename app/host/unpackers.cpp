// Unpacking gzip and, where its library was there to build with, Zstandard.

#include "app/host/byte_reader.h"

#include <zlib.h>
#ifdef STEPWRIGHT_ZSTD
#include <zstd.h>
#endif

namespace designer::host {

namespace {

/// Appends at most `length` bytes that `fill(begin, size)` makes; it answers how many, negative when it is broken.
template <class Fill>
bool appended(std::string& plain, std::size_t length, Fill fill)
{
    const std::size_t before = plain.size();
    plain.resize(before + length);
    const std::int64_t count = fill(plain.data() + before, length);
    plain.resize(before + static_cast<std::size_t>(count < 0 ? 0 : count));
    return count >= 0;
}

class GzipUnpacker final : public Unpacker
{
public:
    GzipUnpacker() { inflateInit2(&m_stream, gzipWindow); }
    ~GzipUnpacker() override { inflateEnd(&m_stream); }
    GzipUnpacker(const GzipUnpacker&) = delete;
    GzipUnpacker& operator=(const GzipUnpacker&) = delete;

    bool unpack(const QByteArray& packed, qsizetype& used, std::string& plain, std::size_t length) override
    {
        return appended(plain, length, [&](char* begin, std::size_t size) -> std::int64_t {
            m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData())) + used;
            m_stream.avail_in = static_cast<uInt>(packed.size() - used);
            m_stream.next_out = reinterpret_cast<Bytef*>(begin);
            m_stream.avail_out = static_cast<uInt>(size);
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            used = packed.size() - static_cast<qsizetype>(m_stream.avail_in);
            if (result == Z_STREAM_END)
                inflateReset(&m_stream); // gzip files may be joined
            else if (result != Z_OK && result != Z_BUF_ERROR)
                return -1;
            return static_cast<std::int64_t>(size - m_stream.avail_out);
        });
    }
    void restart() override { inflateReset(&m_stream); }

private:
    static constexpr int gzipWindow = 15 + 16;
    z_stream m_stream{};
};

#ifdef STEPWRIGHT_ZSTD
class ZstdUnpacker final : public Unpacker
{
public:
    ZstdUnpacker() : m_stream(ZSTD_createDStream(), ZSTD_freeDStream) {}

    bool unpack(const QByteArray& packed, qsizetype& used, std::string& plain, std::size_t length) override
    {
        return appended(plain, length, [&](char* begin, std::size_t size) -> std::int64_t {
            ZSTD_inBuffer in{packed.constData(), static_cast<std::size_t>(packed.size()),
                             static_cast<std::size_t>(used)};
            ZSTD_outBuffer out{begin, size, 0};
            const std::size_t result = ZSTD_decompressStream(m_stream.get(), &out, &in);
            used = static_cast<qsizetype>(in.pos);
            return ZSTD_isError(result) ? -1 : static_cast<std::int64_t>(out.pos);
        });
    }
    void restart() override { ZSTD_DCtx_reset(m_stream.get(), ZSTD_reset_session_only); }

private:
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> m_stream;
};
#else
class ZstdUnpacker final : public Unpacker
{
public:
    bool unpack(const QByteArray&, qsizetype&, std::string&, std::size_t) override { return false; }
    void restart() override {}
};
#endif

} // namespace

std::unique_ptr<Unpacker> unpackerFor(const QString& path)
{
    if (path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        return std::make_unique<GzipUnpacker>();
    if (path.endsWith(QLatin1String(".zst"), Qt::CaseInsensitive))
        return std::make_unique<ZstdUnpacker>();
    return nullptr;
}

} // namespace designer::host
