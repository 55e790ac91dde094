#pragma once

#include <optional>

#include "xml_events.hpp"
#include "xml_library.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// Reads the plain beginning of an XML document, which is all of most documents, several times as fast as the library.
///
/// Plain is what is well-formed and has no document type, no name beyond ASCII, and no text, tag or comment above a
/// MiB. Gives what is left from the first thing on that is not, for the library to read and to find words for; nothing
/// where the whole document was plain. The events are those of the library, but for where runs of text are cut.
///
/// @complexity linear in the text, quadratic in the attributes of a tag up to 32, with more of which it is not plain
std::optional<XmlRest> scan_xml(XmlText& text, const ReadOptions& options, XmlHandler& handler);

}  // namespace graphwright
