#include "app/host/byte_reader.h"

#include <algorithm>

namespace designer::host {

namespace {

constexpr qint64 packedPiece = 256 * 1024;
constexpr qint64 longestMark = 4; ///< bytes by which packed files are known

} // namespace

ByteReader::ByteReader(const QString& path) : m_file(path)
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    m_unpacker = unpackerFor(path, m_file.read(longestMark));
    m_file.seek(0);
}

bool ByteReader::read(std::uint64_t offset, std::uint64_t length, std::string& bytes)
{
    bytes.clear();
    if (m_unpacker)
        return readPacked(offset, length, bytes);
    const auto position = static_cast<qint64>(offset);
    if (!m_file.seek(std::min(position, m_file.size())))
        return false;
    bytes.resize(length);
    const qint64 count = m_file.read(bytes.data(), static_cast<qint64>(length));
    if (count < 0)
        return false;
    bytes.resize(static_cast<std::size_t>(count));
    m_atEnd = count == 0 || m_file.pos() >= m_file.size();
    return true;
}

bool ByteReader::readPacked(std::uint64_t offset, std::uint64_t length, std::string& bytes)
{
    if (offset < m_position) {
        m_unpacker->restart();
        m_file.seek(0);
        m_packed.clear();
        m_used = 0;
        m_position = 0;
        m_atEnd = false;
    }
    while (m_position < offset && !m_atEnd) {
        bytes.clear();
        if (!unpackSome(bytes, std::min<std::size_t>(offset - m_position, packedPiece)))
            return false;
    }
    bytes.clear();
    while (bytes.size() < length && !m_atEnd)
        if (!unpackSome(bytes, length - bytes.size()))
            return false;
    return true;
}

bool ByteReader::unpackSome(std::string& bytes, std::size_t length)
{
    const std::size_t before = bytes.size();
    const qsizetype usedBefore = m_used;
    if (!m_unpacker->unpack(m_packed, m_used, bytes, length))
        return false;
    m_position += bytes.size() - before;
    if (bytes.size() > before || m_used > usedBefore)
        return true;
    // It needs more of the file, or there is no more.
    m_packed = m_file.read(packedPiece);
    m_used = 0;
    m_atEnd = m_packed.isEmpty();
    return !m_atEnd || m_unpacker->isWhole(); // else it was cut off
}

} // namespace designer::host
