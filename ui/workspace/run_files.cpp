// The files of a run: which a definition asks for, and how RunSession answers.

#include "ui/workspace/run_files.h"

#include "core/execution/advance.h"
#include "core/execution/item_source.h"
#include "ui/workspace/run_session.h"

namespace designer {

FileUse fileUseOf(const asl::Snapshot& snapshot)
{
    FileUse use;
    const asl::SyntaxTree& tree = snapshot.tree();
    const auto& states = snapshot.machine().states();
    for (asl::StateId id = 0; id < states.size(); ++id) {
        if (states[id].type != asl::StateType::Map)
            continue;
        if (!use.reader && tree.find(states[id].node, "ItemReader") != asl::noNode)
            use.reader = id;
        const asl::NodeId writer = tree.find(states[id].node, "ResultWriter");
        use.writes = use.writes || (writer != asl::noNode && tree.find(writer, "Resource") != asl::noNode);
    }
    return use;
}

/// Files are read and written as soon as the run asks, so that no moment waits for them.
void RunSession::performFiles()
{
    std::deque<asl::Effect> requests;
    const auto collect = [&] {
        for (const asl::Effect& effect : m_timeline->effects())
            if (std::holds_alternative<asl::ReadItems>(effect) || std::holds_alternative<asl::WriteObject>(effect))
                requests.push_back(effect);
    };
    for (collect(); !requests.empty(); requests.pop_front()) {
        if (const auto* read = std::get_if<asl::ReadItems>(&requests.front())) {
            // A replayed run may go on to read where no folder was named.
            m_timeline->itemsRead(
                *read, m_files.read
                           ? m_files.read(*read)
                           : asl::ItemsOutcome(asl::readerFault("There is no folder that stands for S3.").failure));
        } else {
            const auto& write = std::get<asl::WriteObject>(requests.front());
            if (write.offset > 0)
                writeOwnObjects();
            m_objectsAreWritten = m_files.write != nullptr;
            m_timeline->objectWritten(write.id, m_files.write ? m_files.write(write) : std::nullopt);
        }
        if (m_timeline->ended())
            continue;
        followEffects();
        collect();
    }
}

/// The objects of this branch as it has written them so far, where they may not be there: another branch went on with
/// the same ones since, or the run is the replay of a record, which writes nothing. An object that only another branch
/// has written stays; no manifest of this one names it.
void RunSession::writeOwnObjects()
{
    if (!m_files.write || !std::exchange(m_objectsAreOthers, false))
        return;
    const asl::Program& program = *m_timeline->program();
    asl::ExecutionState state = asl::startExecution(program, m_timeline->options());
    std::map<asl::FileId, asl::WriteObject> asked;
    std::vector<asl::Effect> effects;
    for (asl::JournalEntry& entry : m_timeline->journal()) {
        if (!readAgain(entry.decision))
            return;
        for (std::uint64_t i = 0; i < entry.count; ++i) {
            asl::advanceInPlace(program, state, entry.decision, effects);
            for (const asl::Effect& effect : effects)
                if (const auto* write = std::get_if<asl::WriteObject>(&effect))
                    asked.emplace(write->id, *write);
        }
        const auto* written = std::get_if<asl::ObjectWritten>(&entry.decision);
        if (const auto write = asked.find(written ? written->write : 0); write != asked.end()) {
            m_files.write(write->second);
            asked.erase(write);
        }
    }
}

/// What a file held, which the journal does not keep. False when it holds something else by now.
bool RunSession::readAgain(asl::Decision& decision) const
{
    auto* items = std::get_if<asl::ItemsRead>(&decision);
    const auto* part = items ? std::get_if<asl::ObjectPart>(&items->outcome) : nullptr;
    if (!part || part->bytes)
        return true;
    asl::ItemsOutcome outcome = m_files.read(items->read);
    const auto* found = std::get_if<asl::ObjectPart>(&outcome);
    if (!found || found->sha256 != part->sha256)
        return false;
    items->outcome = std::move(outcome);
    return true;
}

} // namespace designer
