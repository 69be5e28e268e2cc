#pragma once
// ByteReader: the bytes of a file from any place on, unpacked when its name or its first bytes say that it is packed.

#include <QFile>

#include <memory>
#include <string>

namespace designer::host {

/// Unpacks a stream of bytes piece by piece.
class Unpacker
{
public:
    virtual ~Unpacker() = default;
    /// Consumes from `packed` (from `used` on, which moves) and appends at most `length` bytes to `plain`. False:
    /// broken.
    virtual bool unpack(const QByteArray& packed, qsizetype& used, std::string& plain, std::size_t length) = 0;
    /// The stream may end here: nothing has been begun that is not finished.
    virtual bool isWhole() const = 0;
    virtual void restart() = 0;
};

class ByteReader
{
public:
    explicit ByteReader(const QString& path);

    bool isOpen() const { return m_file.isOpen(); }
    qint64 size() const { return m_file.size(); } ///< as stored
    /// Up to `length` bytes behind the first `offset` ones; empty at the end. Packed files are fastest read in order.
    /// False when they cannot be read or are broken.
    bool read(std::uint64_t offset, std::uint64_t length, std::string& bytes);
    /// The last bytes of the file have been read.
    bool atEnd() const { return m_atEnd; }

private:
    bool readPacked(std::uint64_t offset, std::uint64_t length, std::string& bytes);
    bool unpackSome(std::string& bytes, std::size_t length);

    QFile m_file;
    std::unique_ptr<Unpacker> m_unpacker; ///< null: the file is plain
    QByteArray m_packed;
    qsizetype m_used = 0;
    std::uint64_t m_position = 0; ///< of the unpacked bytes
    bool m_atEnd = false;
};

/// For gzip and Zstandard: a file whose name ends so, or that begins so. Null for others.
std::unique_ptr<Unpacker> unpackerFor(const QString& path, const QByteArray& beginning);

} // namespace designer::host
