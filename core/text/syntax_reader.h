#pragma once
// SyntaxReader: builds a SyntaxTree. The straight path reads JSON in one pass with its own stack of open containers; where
// the text is broken the functions of syntax_recovery.cpp decide how to go on.

#include "core/text/scanner.h"
#include "core/text/syntax_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace asl {

class SyntaxReader
{
public:
    /// How to guess where brackets are missing. Of several readings of a broken text the one with the fewest errors is best.
    struct Guess
    {
        /// A line that does not stand further right than the line on which a container begins ends that container.
        bool byIndentation = false;
        /// `"name":` among the objects of an array stands behind a missing ], not behind a missing {.
        bool arrayEndsAtName = false;
    };

    SyntaxReader(SyntaxTree& tree, Guess guess);
    void read();

    /// A bracket was missing or too many: where containers end was guessed.
    bool structureIsGuessed() const { return m_structureIsGuessed; }
    /// Guess::arrayEndsAtName made a difference.
    bool metNameInArray() const { return m_metNameInArray; }
    std::size_t errorCount() const { return m_errorCount; }

private:
    enum class Expect : std::uint8_t { First, AfterComma, AfterValue };
    struct Frame
    {
        NodeId node = noNode;
        NodeId lastChild = noNode;
        NodeId childBeforeLast = noNode;
        std::uint32_t firstKey = 0;   ///< of this object in m_keys
        std::uint32_t lineIndent = 0; ///< of the line on which the container begins (byIndentation only)
        Expect expect = Expect::First;
        bool isObject = false;
        bool childrenOnOwnLines = false; ///< byIndentation only
        bool hasItemWithoutKey = false;
    };
    struct KeyHash
    {
        std::uint64_t hash;
        NodeId node;
    };
    static constexpr std::size_t maxErrors = 200; // a text with more is no JSON; the first ones say enough

    // The straight path
    void readRoot();
    void readInObject();
    void readInArray();
    void readMember();
    void readValue(NodeId id);
    void readString(NodeId id);
    void open(NodeId id, bool isObject);
    void close(std::size_t end);
    void scalar(NodeId id, NodeKind kind, std::size_t begin);
    NodeId addChild();
    void skipTrivia();
    void skipComments();
    void rememberKey(NodeId id);
    void findDuplicateKeys(const Frame& frame);
    void takeComma();
    void trailingComma();

    // Recovery
    void readBrokenRoot();
    bool unexpectedAfterValue();
    bool strayQuote(NodeId id, std::string_view followers);
    bool stringLacksQuote();
    bool memberInsteadOfString();
    void missingComma();
    void wrongCloser(char closer);
    void strayCloser();
    void closeUnclosedTop();
    void closeAtEnd();
    void surplusComma();
    void surplusBrace();
    void readBrokenKey(NodeId id);
    bool keyLacksColon(NodeId id);
    bool stringIsNextKey();
    void missingValue(NodeId id, std::size_t position);
    void notAValue(NodeId id);
    void unclosedString(NodeId id, bool isKey);
    void stringFaults(const Scanner::String& found, NodeId id, std::size_t begin);
    void tooDeep(NodeId id);
    bool endsTooEarly();
    bool followsIndentation();
    std::size_t indentOfLine(std::size_t position, bool& firstOnLine);

    void error(NodeId id, TextRange range, Message message);
    /// As error(), unless the last error lies in the same member or item already.
    void errorOnce(NodeId id, TextRange range, Message message);
    void markDamaged(NodeId id);
    Message aboutValue(NodeId id, const char* ofMember, const char* ofItem, const char* ofRoot) const;
    std::string lineOf(std::size_t position) const;
    std::string excerpt(TextRange range) const;

    Frame& top() { return m_frames.back(); }
    SyntaxNode& node(NodeId id) { return m_tree.m_nodes[id]; }
    const SyntaxNode& node(NodeId id) const { return m_tree.m_nodes[id]; }

    SyntaxTree& m_tree;
    std::string_view m_text;
    Scanner m_scanner;
    Guess m_guess;
    std::vector<Frame> m_frames;
    std::vector<KeyHash> m_keys;
    std::vector<std::uint64_t> m_keyTable; // of findDuplicateKeys
    TextRange m_lastComma;
    struct
    {
        std::size_t seen = 0; ///< up to here the text was searched for line ends
        std::size_t begin = 0;
        std::size_t indent = 0;
    } m_lineSeen;
    NodeId m_lastErrorNode = noNode;
    std::size_t m_errorCount = 0;
    bool m_structureIsGuessed = false;
    bool m_metNameInArray = false;
    bool m_saidTooDeep = false;
};

} // namespace asl
