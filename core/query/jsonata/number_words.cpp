// Whole numbers as English words, Roman numerals and letters, and back.

#include "core/query/jsonata/number_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace asl::query::jsonata {

namespace {

constexpr std::array<std::string_view, 20> small{
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"};
constexpr std::array<std::string_view, 20> smallOrdinals{
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth",
    "Nineteenth"};
constexpr std::array<std::string_view, 8> decades{"Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};
constexpr std::array<std::string_view, 4> magnitudes{"Thousand", "Million", "Billion", "Trillion"};

struct Numeral
{
    int value;
    std::string_view letters;
};
constexpr std::array<Numeral, 13> numerals{{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
                                            {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }
char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter; }

std::string inCase(std::string text, LetterCase letterCase)
{
    if (letterCase != LetterCase::Title)
        std::transform(text.begin(), text.end(), text.begin(), letterCase == LetterCase::Upper ? upper : lower);
    return text;
}

/// `continued`: something larger stands before it. Recursion ends with the digits: each step drops at least one.
std::string titleWords(double value, bool continued, bool ordinal)
{
    if (value < 20) {
        const auto index = static_cast<std::size_t>(value);
        return (continued ? " and " : "") + std::string(ordinal ? smallOrdinals[index] : small[index]);
    }
    if (value < 100) {
        const auto tens = static_cast<std::size_t>(value / 10);
        const double rest = std::fmod(value, 10);
        std::string words = (continued ? " and " : "") + std::string(decades[tens - 2]);
        if (rest > 0)
            return words + '-' + titleWords(rest, false, ordinal);
        return ordinal ? words.substr(0, words.size() - 1) + "ieth" : words;
    }
    double factor = 100;
    std::string_view name = "Hundred";
    if (value >= 1000) {
        const int magnitude = std::min(static_cast<int>(std::floor(std::log10(value) / 3)), static_cast<int>(magnitudes.size()));
        factor = std::pow(10, magnitude * 3);
        name = magnitudes[static_cast<std::size_t>(magnitude - 1)];
    }
    const double count = std::floor(value / factor);
    const double rest = value - count * factor;
    std::string words = (continued ? ", " : "") + titleWords(count, false, false) + ' ' + std::string(name);
    if (rest > 0)
        return words + titleWords(rest, true, ordinal);
    return ordinal ? words + "th" : words;
}

const std::map<std::string, double, std::less<>>& wordValues()
{
    static const auto values = [] {
        std::map<std::string, double, std::less<>> table;
        const auto add = [&](std::string word, double value) { table.emplace(inCase(std::move(word), LetterCase::Lower), value); };
        for (std::size_t i = 0; i < small.size(); ++i) {
            add(std::string(small[i]), static_cast<double>(i));
            add(std::string(smallOrdinals[i]), static_cast<double>(i));
        }
        for (std::size_t i = 0; i < decades.size(); ++i) {
            const std::string decade(decades[i]);
            add(decade, static_cast<double>(i + 2) * 10);
            add(decade.substr(0, decade.size() - 1) + "ieth", static_cast<double>(i + 2) * 10);
        }
        add("Hundred", 100);
        add("Hundredth", 100);
        for (std::size_t i = 0; i < magnitudes.size(); ++i) {
            add(std::string(magnitudes[i]), std::pow(10, static_cast<double>(i + 1) * 3));
            add(std::string(magnitudes[i]) + "th", std::pow(10, static_cast<double>(i + 1) * 3));
        }
        return table;
    }();
    return values;
}

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

std::string wordsOf(double value, bool ordinal, LetterCase letterCase)
{
    return inCase(titleWords(value, false, ordinal), letterCase);
}

double wordsToNumber(std::string_view text)
{
    // What is below a thousand grows in the last segment; a magnitude closes it.
    std::vector<double> segments{0};
    std::string word;
    const auto take = [&] {
        if (word.empty() || word == "and") {
            word.clear();
            return true;
        }
        const auto value = wordValues().find(word);
        word.clear();
        if (value == wordValues().end())
            return false;
        if (value->second < 100) {
            if (segments.back() >= 1000)
                segments.push_back(0);
            segments.back() += value->second;
        } else {
            segments.back() *= value->second;
        }
        return true;
    };
    for (const char letter : text) {
        if (letter != ' ' && letter != '-' && letter != ',' && letter != '\t' && letter != '\n')
            word += lower(letter);
        else if (!take())
            return notANumber;
    }
    if (!take())
        return notANumber;
    double sum = 0;
    for (const double segment : segments)
        sum += segment;
    return sum;
}

std::string wordsPattern()
{
    std::string pattern = "(?:";
    for (const auto& [word, value] : wordValues())
        pattern += word + '|';
    return pattern + "and|[\\-, ])+";
}

std::string romanOf(double value, LetterCase letterCase)
{
    auto rest = static_cast<std::int64_t>(std::min(value, 1e6));
    std::string text;
    for (const Numeral& numeral : numerals)
        for (; rest >= numeral.value; rest -= numeral.value)
            text += numeral.letters;
    return inCase(std::move(text), letterCase);
}

double romanToNumber(std::string_view text)
{
    double sum = 0;
    int largest = 1;
    for (auto letter = text.rbegin(); letter != text.rend(); ++letter) {
        const char wanted = lower(*letter);
        const auto numeral = std::find_if(numerals.begin(), numerals.end(), [&](const Numeral& candidate) {
            return candidate.letters.size() == 1 && candidate.letters.front() == wanted;
        });
        if (numeral == numerals.end())
            return notANumber;
        if (numeral->value < largest) {
            sum -= numeral->value;
        } else {
            largest = numeral->value;
            sum += numeral->value;
        }
    }
    return sum;
}

std::string lettersOf(double value, LetterCase letterCase)
{
    std::string text;
    for (double rest = value; rest > 0; rest = std::floor((rest - 1) / 26))
        text += static_cast<char>('a' + static_cast<int>(std::fmod(rest - 1, 26)));
    std::reverse(text.begin(), text.end());
    return inCase(std::move(text), letterCase);
}

double lettersToNumber(std::string_view text)
{
    double value = 0;
    for (const char letter : text) {
        const char small26 = lower(letter);
        if (small26 < 'a' || small26 > 'z')
            return notANumber;
        value = value * 26 + (small26 - 'a' + 1);
    }
    return value;
}

} // namespace asl::query::jsonata
