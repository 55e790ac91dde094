#include "graphwright/output.hpp"

#include <utility>

#include "destination.hpp"

namespace graphwright {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{256} << 10;

/// An output in front of a destination.
class DestinationOutput : public Output {
 public:
  explicit DestinationOutput(std::unique_ptr<Destination> destination) : destination_(std::move(destination)) {}

  void commit() override {
    flush();
    destination_->commit();
  }

 protected:
  void drain(std::string_view bytes) override { destination_->write(bytes); }

 private:
  std::unique_ptr<Destination> destination_;
};

}  // namespace

Output::Output() : Output(buffer_bytes) {}

Output::Output(std::size_t capacity) : capacity_(capacity), buffer_(std::make_unique_for_overwrite<char[]>(capacity)) {}

Output::~Output() = default;

void Output::flush() {
  if (used_ == 0) return;
  drain({buffer_.get(), used_});
  used_ = 0;
}

void Output::write_slowly(std::string_view bytes) {
  flush();
  if (bytes.size() >= capacity_)
    drain(bytes);
  else
    write(bytes);
}

std::string StringOutput::take() {
  flush();
  return std::exchange(text_, {});
}

std::unique_ptr<Output> open_output(const std::string& path) {
  auto destination = open_destination(path);
  if (path.ends_with(".gz")) destination = gzip_into(std::move(destination));
  if (path.ends_with(".zst")) destination = zstd_into(std::move(destination));
  return std::make_unique<DestinationOutput>(std::move(destination));
}

}  // namespace graphwright
