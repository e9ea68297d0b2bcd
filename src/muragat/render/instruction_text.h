#pragma once

#include <string>

#include "muragat/model/instruction.h"

namespace muragat {

// Instructions as a drafter writes them, in English whatever the text's language, to be read back by
// import::ReadInstructions: what they are of, the numbered instructions, and where the sections that they
// name lie in the old text. Empty where there are none.
//
//    Instructions for amending kz/law: from its text of 2021 to that of 2022
//    Old text: 4120 bytes, SHA-256 …
//    New text: 4381 bytes, SHA-256 …
//    Sections, paragraphs and whole words are named and counted as in the old text.
//
//    1. In Article 50(3), for “one hundred and seven” substitute “ninety-eight”.
//    2. After Article 51 insert:
//        | ## Article 51-1. Senate
//        |
//        | Senators serve six years.
//        |
//    3. Renumber Articles 52 to 54 as Articles 53 to 55.
//
//    Places in the old text, in bytes: where each section begins, where its text does, and where it ends
//    Article 50: 310, 331, 912; Article 51: 912, 933, 1604
std::string WriteInstructions(const InstructionSheet& sheet);

}  // namespace muragat
