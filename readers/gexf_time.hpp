#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// The EDTF interval of two times of GEXF, `2009-03-01/2009-03-10`, open where one is absent; of a time of day
/// the day counts. Empty where one of them is no date, but a number on some scale.
std::string gexf_interval(std::string_view start, std::string_view end);

}  // namespace graphwright
