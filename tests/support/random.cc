#include "tests/support/random.h"

#include <iostream>

namespace muragat::support {

Random::Random(uint32_t seed) : engine_(seed) { std::cout << "seed " << seed << std::endl; }

}  // namespace muragat::support
