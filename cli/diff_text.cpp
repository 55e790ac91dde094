#include <algorithm>

#include <fmt/format.h>

#include "diff_report.hpp"

namespace graphwright::cli {
namespace {

struct Counts {
  std::size_t added = 0;
  std::size_t removed = 0;
  std::size_t changed = 0;
};

Counts count(const GraphDiff& diff) {
  Counts counts;
  for (const FactChange& one : diff.changes)
    ++(one.kind == FactChange::Kind::added     ? counts.added
       : one.kind == FactChange::Kind::removed ? counts.removed
                                               : counts.changed);
  return counts;
}

std::string summary(const GraphDiff& diff) {
  const Counts counts = count(diff);
  return fmt::format("{} added, {} removed, {} changed; {} unchanged", counts.added, counts.removed, counts.changed,
                     diff.unchanged);
}

/// What differs between two facts: the statements where their objects do, then details of one side only.
struct Contrast {
  std::vector<Detail> before;
  std::vector<Detail> after;
};

std::vector<Detail> without(const std::vector<Detail>& all, const std::vector<Detail>& others) {
  std::vector<Detail> rest;
  std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
               [&](const Detail& one) { return std::find(others.begin(), others.end(), one) == others.end(); });
  return rest;
}

Contrast contrast(const GraphWords& before, const Premise& a, const GraphWords& after, const Premise& b) {
  const std::vector<Detail> of_a = details(before, a);
  const std::vector<Detail> of_b = details(after, b);
  return {without(of_a, of_b), without(of_b, of_a)};
}

/// Walks over the changes by entity and says each in the words of both graphs.
template <typename Writer>
class Report {
 public:
  Report(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output)
      : diff_(diff), before_(before), after_(after), writer_(output) {}

  void write() {
    TermView last{};
    for (const FactChange& one : diff_.changes) {
      const bool is_added = one.kind == FactChange::Kind::added;
      const GraphWords& words = is_added ? after_ : before_;
      const Premise& premise = is_added ? one.after : one.before;
      const TermId subject = words.graph().statement(premise.statement).subject;
      if (const TermView view = words.graph().view(subject); !(view == last)) {
        writer_.entity(entity(view, words, subject));
        last = view;
      }
      if (one.kind == FactChange::Kind::changed)
        write_change(one);
      else
        write_whole(is_added ? '+' : '-', words, premise);
    }
  }

 private:
  /// An entity as the second graph calls it, if it knows it.
  std::string entity(const TermView& view, const GraphWords& words, TermId subject) const {
    const TermId known = after_.graph().terms().find(view);
    return known == TermId::none ? words.heading(subject) : after_.heading(known);
  }

  static std::string predicate(const GraphWords& words, const Premise& one) {
    return words.term(words.graph().statement(one.statement).predicate);
  }
  static std::string object(const GraphWords& words, const Premise& one) {
    return words.term(words.graph().statement(one.statement).object);
  }

  void write_whole(char sign, const GraphWords& words, const Premise& one) {
    writer_.fact(sign, predicate(words, one), object(words, one), words.place(one));
    for (const Detail& detail : details(words, one)) writer_.detail(sign, detail.name, detail.value);
  }

  void write_change(const FactChange& one) {
    const bool is_same_object = before_.graph().view(before_.graph().statement(one.before.statement).object) ==
                                after_.graph().view(after_.graph().statement(one.after.statement).object);
    const std::string shown = is_same_object ? object(after_, one.after) : "";
    writer_.fact('~', predicate(after_, one.after), shown,
                 fmt::format("{} -> {}", before_.place(one.before), after_.place(one.after)));
    if (!is_same_object) {
      writer_.detail('-', "object", object(before_, one.before));
      writer_.detail('+', "object", object(after_, one.after));
    }
    const Contrast differing = contrast(before_, one.before, after_, one.after);
    for (const Detail& detail : differing.before) writer_.detail('-', detail.name, detail.value);
    for (const Detail& detail : differing.after) writer_.detail('+', detail.name, detail.value);
  }

  const GraphDiff& diff_;
  const GraphWords& before_;
  const GraphWords& after_;
  Writer writer_;
};

class TextWriter {
 public:
  explicit TextWriter(Output& output) : output_(output) {}

  void entity(const std::string& name) { output_.write(fmt::format("\n{}\n", name)); }
  void fact(char sign, const std::string& predicate, const std::string& object, const std::string& place) {
    output_.write(fmt::format("  {} {}{}{}  [{}]\n", sign, predicate, object.empty() ? "" : " ", object, place));
  }
  void detail(char sign, std::string_view name, const std::string& value) {
    output_.write(fmt::format("    {} {}: {}\n", sign, name, value));
  }

 private:
  Output& output_;
};

/// Text of a graph in Markdown: no character of it means anything there.
std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) result += '\\';
    result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result;
}

/// A span of code, fenced by more backquotes than stand in it.
std::string code(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0, run = 0; at < text.size(); ++at) {
    run = text[at] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return longest == 0 ? fmt::format("{0}{1}{0}", fence, text) : fmt::format("{0} {1} {0}", fence, text);
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(Output& output) : output_(output) {}

  void entity(const std::string& name) { output_.write(fmt::format("\n## {}\n\n", escaped(name))); }
  void fact(char sign, const std::string& predicate, const std::string& object, const std::string& place) {
    const std::string_view word = sign == '+' ? "added" : sign == '-' ? "removed" : "changed";
    output_.write(fmt::format("- **{}** {}{}{} ({})\n", word, escaped(predicate), object.empty() ? "" : " ",
                              escaped(object), code(place)));
  }
  void detail(char sign, std::string_view name, const std::string& value) {
    const std::string text = escaped(value);
    output_.write(sign == '-' ? fmt::format("  - {}: ~~{}~~\n", name, text) : fmt::format("  - {}: {}\n", name, text));
  }

 private:
  Output& output_;
};

}  // namespace

void write_text(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output) {
  if (diff.changes.empty()) return;
  output.write(fmt::format("--- {}\n+++ {}\n", before.file(), after.file()));
  Report<TextWriter>(diff, before, after, output).write();
  output.write(fmt::format("\n{}\n", summary(diff)));
}

void write_markdown(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output) {
  if (diff.changes.empty()) return;
  output.write(fmt::format("# From {} to {}\n\n{}\n", code(before.file()), code(after.file()), summary(diff)));
  Report<MarkdownWriter>(diff, before, after, output).write();
}

}  // namespace graphwright::cli
