#pragma once

#include <map>
#include <string>
#include <vector>

namespace graphwright {

/// What an ontology tells the property graph; core sees no ontology, so whoever does fills it in.
///
/// All strings but the labels are IRIs. An empty profile shows every relation between resources as an
/// edge, in its own direction.
struct GraphProfile {
  /// Classes whose members are events, with their subclasses.
  std::vector<std::string> event_classes;
  /// Classes in the order in which they are preferred where a resource has several and one is shown.
  std::vector<std::string> class_order;
  std::vector<std::string> symmetric_properties;
  /// Properties that say in which place something lies or happened.
  std::vector<std::string> place_properties;
  /// Properties that are neither edges nor attributes.
  std::vector<std::string> hidden_properties;
  /// Properties that are attributes although their values are resources, such as owl:sameAs.
  std::vector<std::string> attribute_properties;
  /// The nearest superclass of each class that has one.
  std::map<std::string, std::string, std::less<>> superclasses;
  /// Labels of classes and properties, by IRI, where the graph itself has none.
  std::map<std::string, std::string, std::less<>> labels;
};

}  // namespace graphwright
