#include "core/execution/result_files.h"

#include "core/data/json.h"
#include "core/language/quotas.h"

namespace asl {

namespace {

/// Handed over at once.
constexpr std::size_t writeBytes = 128 * 1024;
constexpr std::array<std::string_view, 3> kindNames{"SUCCEEDED", "FAILED", "PENDING"};

} // namespace

ResultFiles::ResultFiles(const ResultWriterProgram& writer, std::string bucket, std::string folder)
    : m_bucket(std::move(bucket)), m_folder(std::move(folder)), m_lines(writer.lines)
{
}

void ResultFiles::add(Kind kind, const Data& result)
{
    File& file = m_files[static_cast<std::size_t>(kind)];
    if (file.open && file.parts.back().size + file.buffer.size() > quotas::resultFileBytes)
        close(file);
    if (!file.open) {
        file.parts.push_back({m_folder + "/" + std::string(kindNames[static_cast<std::size_t>(kind)]) + "_" +
                                  std::to_string(file.named++) + (m_lines ? ".jsonl" : ".json"),
                              0});
        file.open = true;
        file.buffer = m_lines ? "" : "[";
    } else if (!m_lines) {
        file.buffer += ',';
    }
    file.buffer += data::toJson(result);
    if (m_lines)
        file.buffer += '\n';
    if (file.buffer.size() >= writeBytes)
        flush(file, false);
}

void ResultFiles::flush(File& file, bool last)
{
    Part& part = file.parts.back();
    auto bytes = std::make_shared<const std::string>(std::exchange(file.buffer, {}));
    const std::uint64_t size = bytes->size();
    m_writes.push_back({0, m_bucket, part.key, part.size, std::move(bytes), last});
    part.size += size;
}

void ResultFiles::close(File& file)
{
    if (!file.open)
        return;
    if (!m_lines)
        file.buffer += ']';
    flush(file, true);
    file.open = false;
}

void ResultFiles::finish(const std::string& mapRunArn)
{
    ObjectBuilder files;
    for (const Kind kind : {Kind::Failed, Kind::Pending, Kind::Succeeded}) {
        File& file = m_files[static_cast<std::size_t>(kind)];
        close(file);
        ArrayBuilder parts;
        for (const Part& part : file.parts)
            parts.add(Data::object({{Data::string("Key"), Data::string(part.key)},
                                    {Data::string("Size"), Data::integer(static_cast<std::int64_t>(part.size))}}));
        files.set(kindNames[static_cast<std::size_t>(kind)], std::move(parts).build());
        if (kind != Kind::Succeeded)
            file.parts.clear();
    }
    ObjectBuilder manifest;
    manifest.set("DestinationBucket", Data::string(m_bucket)).set("MapRunArn", Data::string(mapRunArn));
    manifest.set("ResultFiles", std::move(files).build());
    m_writes.push_back({0, m_bucket, manifestKey(), 0,
                        std::make_shared<const std::string>(data::toJson(std::move(manifest).build())), true});
}

} // namespace asl
