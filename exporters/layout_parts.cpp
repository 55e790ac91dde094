#include "layout_parts.hpp"

#include <deque>
#include <map>
#include <string>
#include <utility>

namespace graphwright {
namespace {

/// The names of the parts of one graph; those without a name have an empty one.
struct Parts {
  std::deque<std::string> names;
  std::map<std::pair<int, std::string>, IDTYPE> numbers;
};

Parts& parts(void* state) { return *static_cast<Parts*>(state); }

void* open(Agraph_t* /*graph*/, Agdisc_t* /*discipline*/) { return new Parts; }

void close(void* state) { delete &parts(state); }

/// Finds the number of a name among parts of one kind, or gives it the next one.
long map(void* state, int kind, char* name, IDTYPE* number, int may_add) {
  Parts& all = parts(state);
  if (name != nullptr)
    if (const auto known = all.numbers.find({kind, name}); known != all.numbers.end()) {
      *number = known->second;
      return 1;
    }
  if (may_add == 0) return 0;
  *number = all.names.size();
  all.names.emplace_back(name == nullptr ? "" : name);
  if (name != nullptr) all.numbers.emplace(std::pair(kind, all.names.back()), *number);
  return 1;
}

char* print(void* state, int /*kind*/, IDTYPE number) {
  std::deque<std::string>& names = parts(state).names;
  return number < names.size() && !names[number].empty() ? names[number].data() : nullptr;
}

}  // namespace

Agdisc_t& parts_in_order() {
  static Agiddisc_t numbers{open,
                            map,
                            [](void* /*state*/, int /*kind*/, IDTYPE /*number*/) { return 0L; },
                            [](void* /*state*/, int /*kind*/, IDTYPE /*number*/) {},
                            print,
                            close,
                            [](void* /*state*/, int /*kind*/, void* /*part*/) {}};
  static Agdisc_t discipline{&AgMemDisc, &numbers, &AgIoDisc};
  return discipline;
}

}  // namespace graphwright
