#include <cstdio>
#include <map>
#include <new>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "graphwright/store.hpp"

#include "help.hpp"
#include "verb.hpp"
#include "version.hpp"

namespace graphwright::cli {
namespace {

const std::map<std::string, MessageFormat> message_formats{{"text", MessageFormat::text},
                                                           {"json", MessageFormat::json},
                                                           {"sarif", MessageFormat::sarif},
                                                           {"github", MessageFormat::github}};

void declare_messages(CLI::App& app, MessageOptions& options) {
  app.add_option("--message-format", options.format, "how messages are written")
      ->type_name("text|json|sarif|github")
      ->transform(CLI::CheckedTransformer(message_formats).description(""))
      ->default_str("text");
  app.add_option("--max-errors", options.max_errors, "keep at most so many messages")->capture_default_str();
  app.add_flag("--strict", options.strict, "warnings fail the command too");
  app.add_flag("-q,--quiet", options.quiet, "no progress and no table");
}

int run(int argc, char** argv) {
  CLI::App app{"Knowledge graphs as code.", "graphwright"};
  app.set_version_flag("--version", std::string("graphwright ") + version);
  app.formatter(std::make_shared<Help>());
  app.require_subcommand(1);
  app.fallthrough(false);
  MessageOptions messages;
  std::map<const CLI::App*, std::function<int(Session&)>> runners;
  for (const Verb& verb : verbs()) {
    CLI::App* sub = app.add_subcommand(std::string(verb.name), std::string(verb.summary));
    declare_messages(*sub, messages);
    if (verb.reads_manifests)
      sub->add_option("--allow-store", messages.allowed_stores, "address of a store that a manifest may ask")
          ->type_name("URL")
          ->expected(1)
          ->take_all();
    runners[sub] = verb.declare(*sub);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_fine : exit_cannot;
  }
  Session session(messages);
  return runners.at(app.get_subcommands().front())(session);
}

int complain(const char* what) {
  fmt::print(stderr, "graphwright: {}\n", what);
  return exit_cannot;
}

}  // namespace
}  // namespace graphwright::cli

int main(int argc, char** argv) {
  using graphwright::cli::complain;
  try {
    const int code = graphwright::cli::run(argc, argv);
    if (std::fflush(stdout) != 0) return complain("cannot write to the standard output");
    return code;
  } catch (const graphwright::cli::UsageError& error) {
    return complain(error.what());
  } catch (const graphwright::StoreError& error) {
    return complain(error.what());
  } catch (const std::system_error& error) {
    return complain(error.what());
  } catch (const std::length_error& error) {
    return complain(error.what());
  } catch (const std::bad_alloc&) {
    return complain("out of memory");
  } catch (const std::exception& error) {
    return complain(fmt::format("internal error, please report it: {}", error.what()).c_str());
  }
}
