// Data as JSON text, without recursion.

#include "core/data/block.h"
#include "core/data/json.h"
#include "core/data/json_text.h"

#include <array>

namespace asl::data {

namespace {

class Printer
{
public:
    Printer(std::string& text, Layout layout) : m_text(text), m_layout(layout) {}

    void print(const Data& data)
    {
        open(data);
        while (!m_stack.empty()) {
            Frame& frame = m_stack.back();
            const Data& value = frame.value;
            if (frame.next == value.size()) {
                close(value);
                continue;
            }
            separate(frame.next == 0);
            const Data* child = nullptr;
            if (value.isArray()) {
                child = &value.items()[frame.next++];
            } else {
                const Member& member = value.members()[frame.next++];
                appendScalar(m_text, member.key);
                m_text += m_layout == Layout::Compact ? ":" : ": ";
                child = &member.value;
            }
            open(*child);
        }
    }

private:
    struct Frame
    {
        Data value;
        std::size_t next;
    };

    /// Without leaving a copy of them in `data`.
    static Data withMembersInARow(const Data& data)
    {
        if (!data.isObject() || data.size() <= wideObject)
            return data;
        std::array<Member, 1> whole{Member{Data(), data}};
        return Data::objectFrom(whole);
    }

    void open(const Data& data)
    {
        if (!data.isArray() && !data.isObject()) {
            appendScalar(m_text, data);
        } else if (data.size() == 0) {
            m_text += data.isArray() ? "[]" : "{}";
        } else {
            m_text += data.isArray() ? '[' : '{';
            m_stack.push_back({withMembersInARow(data), 0});
        }
    }
    void close(const Data& data)
    {
        const char end = data.isArray() ? ']' : '}';
        m_stack.pop_back();
        newLine();
        m_text += end;
    }
    void separate(bool first)
    {
        if (!first)
            m_text += m_layout == Layout::Spaced ? ", " : ",";
        newLine();
    }
    void newLine()
    {
        if (m_layout == Layout::Indented)
            m_text.append("\n").append(2 * m_stack.size(), ' ');
    }

    std::string& m_text;
    Layout m_layout;
    std::vector<Frame> m_stack;
};

} // namespace

std::string toJson(const Data& data, Layout layout)
{
    std::string text;
    if (layout == Layout::Compact && (data.isArray() || data.isObject()))
        text.reserve(jsonSize(data));
    Printer(text, layout).print(data);
    return text;
}

} // namespace asl::data
