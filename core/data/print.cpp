// Data as JSON text, without recursion.

#include "core/data/json.h"
#include "core/data/json_text.h"

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
            if (frame.next == frame.value->size()) {
                close(*frame.value);
                continue;
            }
            separate(frame.next == 0);
            const Data* child = nullptr;
            if (frame.value->isArray()) {
                child = &frame.value->items()[frame.next++];
            } else {
                const Member& member = frame.value->members()[frame.next++];
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
        const Data* value;
        std::size_t next;
    };

    void open(const Data& data)
    {
        if (!data.isArray() && !data.isObject()) {
            appendScalar(m_text, data);
        } else if (data.size() == 0) {
            m_text += data.isArray() ? "[]" : "{}";
        } else {
            m_text += data.isArray() ? '[' : '{';
            m_stack.push_back({&data, 0});
        }
    }
    void close(const Data& data)
    {
        m_stack.pop_back();
        newLine();
        m_text += data.isArray() ? ']' : '}';
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
