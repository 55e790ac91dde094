#include "graphwright/symmetric_order.hpp"

#include <utility>

namespace graphwright {

SymmetricOrder::SymmetricOrder(const Ontology& ontology, Sink& next) : ontology_(ontology), next_(next) {}

void SymmetricOrder::statements(std::span<const StatementView> batch) {
  turned_.assign(batch.begin(), batch.end());
  for (StatementView& one : turned_) {
    if (!one.object.is_resource() || compare(one.subject, one.object) <= 0) continue;
    const PropertyId property = ontology_.find_property(one.predicate.text);
    if (property != PropertyId::none && ontology_.at(property).is_symmetric) std::swap(one.subject, one.object);
  }
  next_.statements(turned_);
}

}  // namespace graphwright
