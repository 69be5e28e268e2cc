// Unpacking gzip and, where its library was there to build with, Zstandard.

#include "app/host/byte_reader.h"

#include <utility>

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
            const qsizetype usedBefore = std::exchange(used, packed.size() - static_cast<qsizetype>(m_stream.avail_in));
            m_isWhole = result == Z_STREAM_END || (m_isWhole && used == usedBefore);
            if (result == Z_STREAM_END)
                inflateReset(&m_stream); // gzip files may be joined
            else if (result != Z_OK && result != Z_BUF_ERROR)
                return -1;
            return static_cast<std::int64_t>(size - m_stream.avail_out);
        });
    }
    bool isWhole() const override { return m_isWhole; }
    void restart() override
    {
        inflateReset(&m_stream);
        m_isWhole = true;
    }

private:
    static constexpr int gzipWindow = 15 + 16;
    z_stream m_stream{};
    bool m_isWhole = true;
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
            const qsizetype usedBefore = std::exchange(used, static_cast<qsizetype>(in.pos));
            m_isWhole = result == 0 || (m_isWhole && used == usedBefore && out.pos == 0);
            return ZSTD_isError(result) ? -1 : static_cast<std::int64_t>(out.pos);
        });
    }
    bool isWhole() const override { return m_isWhole; }
    void restart() override
    {
        ZSTD_DCtx_reset(m_stream.get(), ZSTD_reset_session_only);
        m_isWhole = true;
    }

private:
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> m_stream;
    bool m_isWhole = true;
};
#else
class ZstdUnpacker final : public Unpacker
{
public:
    bool unpack(const QByteArray&, qsizetype&, std::string&, std::size_t) override { return false; }
    bool isWhole() const override { return true; }
    void restart() override {}
};
#endif

} // namespace

std::unique_ptr<Unpacker> unpackerFor(const QString& path, const QByteArray& beginning)
{
    // No text begins so.
    if (beginning.startsWith("\x1f\x8b") || path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        return std::make_unique<GzipUnpacker>();
    if (beginning.startsWith("\x28\xb5\x2f\xfd") || path.endsWith(QLatin1String(".zst"), Qt::CaseInsensitive))
        return std::make_unique<ZstdUnpacker>();
    return nullptr;
}

} // namespace designer::host
