#include "doctor_findings.hpp"

#include <fmt/format.h>

#include "graphwright/graph_doctor.hpp"

namespace graphwright {

void DoctorFindings::add(std::string_view code, Location location, std::string message, std::string_view word,
                         std::size_t count) {
  Finding& finding = findings_[{code, std::string(word)}];
  const bool is_known = finding.count != 0;
  finding.count += count;
  if (is_known) return;
  finding.location = location;
  finding.message = std::move(message);
}

void DoctorFindings::suggest(std::string_view code, Location location, std::string message) {
  add(code, location, std::move(message));
  findings_[{code, {}}].severity = Severity::note;
}

void DoctorFindings::report(Diagnostics& diagnostics) const {
  for (const auto& [key, finding] : findings_) {
    std::string message = finding.message;
    if (finding.count > 1) message += fmt::format(" ({} times)", finding.count);
    diagnostics.report({finding.severity, key.first, finding.location, std::move(message), {}});
  }
}

}  // namespace graphwright
