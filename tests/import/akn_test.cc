#include "import/akn.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/corpus.h"

namespace muragat::import {
namespace {

// An act with a file's parts; `inside` is its body.
std::string Act(const std::string& inside) {
  return R"(<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#editor">
 <FRBRWork><FRBRuri value="/akn/kz/act/1995/constitution"/><FRBRalias value="Constitution"/></FRBRWork>
 <FRBRExpression><FRBRdate date="1998-10-07" name="amended"/><FRBRauthor href="#house"/>
  <FRBRlanguage language="kaz"/></FRBRExpression>
</identification>
<lifecycle source="#editor">
 <eventRef date="1995-08-30" source="#original" type="generation"/>
 <eventRef date="1998-10-07" source="#a1" type="amendment"/>
 <eventRef date="2030-01-01" source="#a2" type="repeal"/>
</lifecycle>
<references><TLCOrganization eId="house" href="/x" showAs="Parliament"/>
 <passiveRef eId="a1" href="/akn/kz/act/1998/1" showAs="Law of 1998"/>
 <passiveRef eId="a2" href="/akn/kz/act/2029/1" showAs="Law of 2029"/></references></meta>
)" + inside +
         "</act></akomaNtoso>";
}

std::string TextOf(const std::string& inside) {
  const auto read = ReadAkn(Act(inside));
  return read.ok() ? read->document.Text() : read.status().message();
}

TEST(Akn, SaysWhatTheActIs) {
  const auto read =
      ReadAkn(Act("<body><article><num>Article 1</num><content><p>x</p></content></article></body>"));
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read->facts.document, "kz/act/1995/constitution");
  EXPECT_EQ(read->document.title, "Constitution");
  EXPECT_EQ(read->document.language, "kk");
  EXPECT_EQ(FormatDate(*read->facts.date), "1998-10-07");
  EXPECT_EQ(read->facts.reform, "Law of 1998");
  EXPECT_EQ(read->facts.author, "Parliament");
  EXPECT_EQ(FormatDate(*read->facts.repealed), "2030-01-01");
  EXPECT_EQ(read->facts.repealed_by, "Law of 2029");
}

TEST(Akn, CutsTheHierarchyAndKeepsWhatIsBelow) {
  EXPECT_EQ(TextOf(R"(<preamble><p>Whereas
   it is so;</p></preamble>
<body><chapter><num>Chapter 1</num><heading>General</heading>
 <section><num>1.</num><heading>Terms</heading>
  <subsection><num>(1)</num><content><p>In <b>this</b> act<authorialNote><p>a note</p></authorialNote>—</p></content></subsection>
  <paragraph><num>(a)</num><content><p>first<br/>line</p></content></paragraph>
 </section>
 <section><num>2.</num><content><table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2</td></tr></table></content></section>
</chapter></body>
<conclusions><p>Signed.</p></conclusions>)"),
            "Whereas it is so;\n\n"
            "# Chapter 1 General\n\n"
            "## 1. Terms\n\n(1) In this act [a note]—\n\n(a) first\nline\n\n"
            "## 2.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n"
            "Signed.\n");
}

TEST(Akn, ASubdivisionWithAHeadingIsASection) {
  const auto read =
      ReadAkn(Act("<body><article><num>1</num><paragraph><heading>Names</heading><content><p>x</p></content>"
                  "</paragraph><paragraph><content><p>y</p></content></paragraph></article></body>"));
  ASSERT_EQ(read->document.sections.size(), 2u);
  EXPECT_EQ(read->document.sections[1].title, "Names");
  EXPECT_EQ(read->document.sections[1].depth_levels, 1u);
  EXPECT_EQ(read->document.Text(), "# 1\n\n## Names\n\nx\n\ny\n");
}

TEST(Akn, WhatIsQuotedIsNoSection) {
  EXPECT_EQ(TextOf("<body><article><num>1</num><content><p>Put: "
                   "<mod><quotedStructure><article><num>5</num><heading>New"
                   "</heading></article></quotedStructure></mod></p></content></article></body>"),
            "# 1\n\nPut:\n\n5 New\n");
}

TEST(Akn, IsReadWithPrefixesAndFromOlderNamespaces) {
  const auto read = ReadAkn(
      "<an:akomaNtoso xmlns:an='http://www.akomantoso.org/2.0'><an:act><an:body><an:section>"
      "<an:num>1.</an:num><an:content><an:p>x</an:p></an:content></an:section></an:body></an:act>"
      "</an:akomaNtoso>");
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read->document.Text(), "# 1.\n\nx\n");
}

TEST(Akn, RefusesWhatIsNoneAndBombs) {
  EXPECT_FALSE(ReadAkn("<html/>").ok());
  EXPECT_FALSE(ReadAkn("no xml").ok());
  EXPECT_FALSE(ReadAkn(Act("<body/>")).ok());
  EXPECT_EQ(ReadAkn("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><akomaNtoso>&x;</akomaNtoso>")
                .status()
                .message(),
            "a document type declaration is not read");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<p>";
  EXPECT_FALSE(ReadAkn(Act(deep)).ok());
  std::string closed = deep;
  for (int i = 0; i < 100'000; ++i) closed += "</p>";
  EXPECT_EQ(ReadAkn(Act(closed)).status().message(), "elements stand more than 512 deep within each other");
  std::string wide = "<body>";
  for (int i = 0; i < 1'100'000; ++i) wide += "<p/><p/>";
  EXPECT_EQ(ReadAkn(Act(wide + "</body>")).status().message(), "the file has more than a million tags");
}

TEST(Akn, TheVectorsAreRefused) {
  for (const char* name : {"vectors/billion-laughs.xml", "vectors/xxe.xml"}) {
    const auto path = support::FindShared(name);
    if (!path) GTEST_SKIP() << "skipped: no corpus";
    std::stringstream bytes;
    bytes << std::ifstream(*path).rdbuf();
    EXPECT_EQ(ReadAkn(bytes.str()).status().message(), "a document type declaration is not read") << name;
  }
}

// Publishers keep such files for acts that are yet to be typed; 19 of 535 states of South African by-laws
// are.
TEST(ReadAkn, RefusesAnActWithoutWords) {
  const auto read = ReadAkn(
      "<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><act contains=\"originalVersion\"><meta/><body>"
      "<section id=\"section-1\"><content><p/></content></section></body></act></akomaNtoso>");
  EXPECT_EQ(read.status().message(), "the act holds no words: it is a stub, or facts alone");
}

}  // namespace
}  // namespace muragat::import
