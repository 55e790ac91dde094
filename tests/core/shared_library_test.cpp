#include "graphwright/shared_library.hpp"

#include <cmath>
#include <system_error>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphwright {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(SharedLibrary, FindsWhatItHas) {
  const SharedLibrary library("libm.so.6");
  double (*cube_root)(double) = nullptr;
  library.find("cbrt", cube_root);
  EXPECT_DOUBLE_EQ(cube_root(27), 3);
}

TEST(SharedLibrary, NamesWhatIsNotThere) {
  EXPECT_THAT([] { const SharedLibrary library("libabsent.so.7"); },
              ThrowsMessage<std::system_error>(HasSubstr("cannot load libabsent.so.7: ")));
  const SharedLibrary library("libm.so.6");
  double (*function)(double) = nullptr;
  EXPECT_THAT([&] { library.find("no_such_function", function); },
              ThrowsMessage<std::system_error>(HasSubstr("no_such_function")));
}

}  // namespace
}  // namespace graphwright
