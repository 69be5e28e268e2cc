#include "core/layout/card_text.h"

#include "core/layout/metrics.h"
#include "core/model/labels.h"
#include "core/support/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace asl::layout {

namespace {

constexpr double bodySize = 13;
constexpr double captionSize = 11;
constexpr double badgeSize = 10;
constexpr double pillTextSize = 12;
constexpr double pillPadding = 18;
constexpr double badgeGap = 4;

/// Thousandths of an em, from space to tilde, of a common sans-serif face.
constexpr std::array<std::uint16_t, 95> latinWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr double otherWidth = 600;
constexpr double strongFactor = 1.07;

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

int attemptsOf(const SyntaxTree& tree, NodeId retrier)
{
    constexpr int byDefault = 3;
    const NodeId node = tree.find(retrier, "MaxAttempts");
    if (node == noNode || tree.kind(node) != NodeKind::Number)
        return byDefault;
    const std::string_view digits = tree.raw(node);
    int attempts = byDefault;
    std::from_chars(digits.data(), digits.data() + digits.size(), attempts);
    return attempts;
}

} // namespace

std::vector<Badge> badges(const SyntaxTree& tree, const StateMachine& machine, StateId state)
{
    std::vector<Badge> result;
    const State& of = machine.state(state);
    std::size_t catchers = 0;
    for (TransitionId way : of.transitions)
        catchers += machine.transition(way).kind == TransitionKind::Catch;
    if (catchers > 0)
        result.push_back({Badge::Kind::Catch, std::to_string(catchers)});
    if (const NodeId retry = tree.find(of.node, "Retry"); retry != noNode && tree.kind(retry) == NodeKind::Array) {
        int attempts = -1;
        for (NodeId retrier : tree.children(retry))
            attempts = std::max(attempts, attemptsOf(tree, retrier));
        if (attempts >= 0)
            result.push_back({Badge::Kind::Retry, std::to_string(attempts)});
    }
    if (tree.find(of.node, "Comment") != noNode)
        result.push_back({Badge::Kind::Comment, {}});
    if (of.language != machine.language())
        result.push_back({Badge::Kind::Language, of.language == QueryLanguage::JSONata ? "JSONata" : "JSONPath"});
    return result;
}

double badgeWidth(const Badge& badge, double textWidth)
{
    if (badge.kind == Badge::Kind::Language)
        return std::ceil(textWidth) + 12;
    return badge.text.empty() ? 18 : 20 + std::ceil(textWidth);
}

Size cardSize(double line1, double badges, double name, bool statusIcon)
{
    const double first = line1 + (badges > 0 ? badges + metrics::labelPadding : 0);
    double width = metrics::cardTextX + std::max(first, name) + metrics::cardTextMargin;
    if (statusIcon)
        width += metrics::statusIconRoom;
    width = std::clamp(2 * std::ceil(width / 2), metrics::minimumCardWidth, metrics::maximumCardWidth);
    return {width, metrics::cardHeight};
}

Size labelSize(double text, bool isCatch)
{
    const double width = text + 2 * metrics::labelPadding + (isCatch ? metrics::catchGlyphRoom : 0);
    return {std::min(2 * std::ceil(width / 2), metrics::maximumLabelWidth), metrics::labelHeight};
}

double estimatedWidth(std::string_view text, double pixelSize, bool strong)
{
    double thousandths = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c >= U' ' && c <= U'~')
            thousandths += latinWidths[c - U' '] * (strong ? strongFactor : 1);
        else
            thousandths += isWide(c) ? 1000 : otherWidth;
    }
    return thousandths * pixelSize / 1000;
}

DiagramSizes estimatedSize(const SyntaxTree& tree, const StateMachine& machine)
{
    DiagramSizes sizes;
    const auto pill = [](std::string_view text) {
        return Size{std::max(metrics::minimumPillWidth, estimatedWidth(text, pillTextSize) + 2 * pillPadding), metrics::pillHeight};
    };
    sizes.start = pill("Start");
    sizes.end = pill("End");
    for (StateId id = 0; id < machine.states().size(); ++id) {
        double width = 0;
        for (const Badge& badge : badges(tree, machine, id))
            width += badgeWidth(badge, estimatedWidth(badge.text, badgeSize, true)) + (width > 0 ? badgeGap : 0);
        sizes.cards.push_back(cardSize(estimatedWidth(english(cardTitle(tree, machine, id)), captionSize), width,
                                       estimatedWidth(machine.state(id).name, bodySize, true), false));
    }
    for (const Transition& transition : machine.transitions()) {
        const std::string text = english(transitionLabel(tree, transition));
        sizes.labels.push_back(text.empty() ? Size{}
                                            : labelSize(estimatedWidth(text, captionSize), transition.kind == TransitionKind::Catch));
    }
    return sizes;
}

} // namespace asl::layout
