#include "muragat/render/akn.h"

#include <set>

#include <gtest/gtest.h>

namespace muragat {
namespace {

ValidDate Date(std::string_view text) { return *ParseDate(text); }

LineageSection Make(uint32_t lineage, uint32_t depth_levels, const std::string& number,
                    const std::string& title, const std::string& body) {
  return {SectionNumber{lineage},
          {.heading = title.empty() ? "" : "# " + title + "\n",
           .body = body,
           .number = number,
           .title = title,
           .depth_levels = depth_levels,
           .teaser = false}};
}

AknDocument Sample() {
  return {
      .id = "kz/parliament",
      .title = "Parliament",
      .language = "en",
      .author = "",
      .source_url = "https://www.example.org/a b?c",
      .media_type = "text/markdown",
      .seen = false,
      .recorded = Date("2024-01-15T10:00:00Z").first,
      .events = {{Date("1995-08-30"), {"1995-08-30/constitution", "Constitution", Date("1995-08-30")}, false},
                 {Date("1998-10-07"),
                  {"1998-10-07/reform-of-all", "Reform of <all>", Date("1998-10-07")},
                  false}},
      .sections = {Make(1, 0, "", "Parliament", "\nTwo chambers.\r\n\r\nBoth <sit> & \"vote\".\n"),
                   Make(7, 1, "50", "Article 50. Majilis", "\n67 deputies\nof parties.\n")}};
}

// What stands between <body…> and </body>, one line an element.
std::string BodyOf(const AknDocument& document) {
  const std::string xml = RenderAkn(document).xml;
  const size_t begin = xml.find('\n', xml.find("<body")) + 1;
  return xml.substr(begin, xml.find("    </body>") - begin);
}

std::vector<std::string> AttributesOf(const std::string& xml, const std::string& name) {
  std::vector<std::string> values;
  const std::string mark = " " + name + "=\"";
  for (size_t at = xml.find(mark); at != std::string::npos; at = xml.find(mark, at)) {
    at += mark.size();
    values.push_back(xml.substr(at, xml.find('"', at) - at));
  }
  return values;
}

TEST(Akn, IsAnActOfOneVersion) {
  EXPECT_EQ(RenderAkn(Sample()).xml, R"(<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act name="act" contains="singleVersion">
    <meta>
      <identification source="#muragat">
        <FRBRWork>
          <FRBRthis value="/akn/kz/act/1995-08-30/kz%2Fparliament/!main" />
          <FRBRuri value="/akn/kz/act/1995-08-30/kz%2Fparliament" />
          <FRBRalias value="Parliament" name="title" />
          <FRBRdate date="1995-08-30" name="generation" />
          <FRBRauthor href="#source" />
          <FRBRcountry value="kz" />
        </FRBRWork>
        <FRBRExpression>
          <FRBRthis value="/akn/kz/act/1995-08-30/kz%2Fparliament/eng@1998-10-07/!main" />
          <FRBRuri value="/akn/kz/act/1995-08-30/kz%2Fparliament/eng@1998-10-07" />
          <FRBRdate date="1998-10-07" name="inForce" />
          <FRBRauthor href="#source" />
          <FRBRlanguage language="eng" />
        </FRBRExpression>
        <FRBRManifestation>
          <FRBRthis value="/akn/kz/act/1995-08-30/kz%2Fparliament/eng@1998-10-07/!main.xml" />
          <FRBRuri value="/akn/kz/act/1995-08-30/kz%2Fparliament/eng@1998-10-07.xml" />
          <FRBRdate date="2024-01-15T10:00:00Z" name="recorded" />
          <FRBRauthor href="#muragat" />
          <FRBRformat value="application/akn+xml" />
        </FRBRManifestation>
      </identification>
      <lifecycle source="#muragat">
        <eventRef eId="eref_1" date="1995-08-30" source="#ref_1" type="generation" />
        <eventRef eId="eref_2" date="1998-10-07" source="#ref_2" type="amendment" />
      </lifecycle>
      <references source="#muragat">
        <passiveRef eId="ref_1" href="/akn/kz/act/1995-08-30/constitution" showAs="Constitution" />
        <passiveRef eId="ref_2" href="/akn/kz/act/1998-10-07/reform-of-all" showAs="Reform of &lt;all>" />
        <TLCOrganization eId="muragat" href="/akn/ontology/organization/muragat" showAs="Muragat" />
        <TLCOrganization eId="source" href="https://www.example.org/a%20b?c" showAs="www.example.org" />
      </references>
    </meta>
    <body xml:lang="en">
      <section eId="sec_nn_1" wId="s1">
        <heading>Parliament</heading>
        <intro>
          <p>Two chambers.</p>
          <p>Both &lt;sit&gt; &amp; "vote".</p>
        </intro>
        <article eId="art_50" wId="s7">
          <num>Article 50.</num>
          <heading>Majilis</heading>
          <content>
            <p>67 deputies
of parties.</p>
          </content>
        </article>
      </section>
    </body>
  </act>
</akomaNtoso>
)");
  EXPECT_TRUE(RenderAkn(Sample()).losses.empty());
}

TEST(Akn, SectionsAreNestedByTheirDepth) {
  AknDocument document = Sample();
  document.sections = {Make(1, 0, "", "", "before\n"), Make(2, 0, "I", "Chapter I", ""),
                       Make(3, 2, "1", "Article 1", ""), Make(4, 1, "2", "Article 2", ""),
                       Make(5, 0, "A", "Annex A", "")};
  EXPECT_EQ(BodyOf(document), R"(      <section eId="sec_nn_1" wId="s1">
        <content>
          <p>before</p>
        </content>
      </section>
      <chapter eId="chp_I" wId="s2">
        <num>Chapter I</num>
        <article eId="art_1" wId="s3">
          <num>Article 1</num>
          <content>
            <p />
          </content>
        </article>
        <article eId="art_2" wId="s4">
          <num>Article 2</num>
          <content>
            <p />
          </content>
        </article>
      </chapter>
      <hcontainer name="annex" eId="hcontainer_A" wId="s5">
        <num>Annex A</num>
        <content>
          <p />
        </content>
      </hcontainer>
)");
}

TEST(Akn, ATextBeforeTheFirstHeadingHoldsNoSection) {
  AknDocument document = Sample();
  document.sections = {Make(1, 0, "", "", "before"), Make(2, 1, "1", "Article 1", "text")};
  const std::string body = BodyOf(document);
  EXPECT_TRUE(body.starts_with("      <section eId=\"sec_nn_1\" wId=\"s1\">\n        <content>")) << body;
  EXPECT_NE(body.find("      </section>\n      <article eId=\"art_1\""), std::string::npos) << body;
}

TEST(Akn, EveryEIdIsThereOnce) {
  AknDocument document = Sample();
  document.sections = {
      Make(1, 0, "1", "Chapter 1", ""), Make(2, 1, "1", "Article 1", ""), Make(3, 0, "2", "Chapter 2", ""),
      Make(4, 1, "1", "Article 1", ""), Make(5, 1, "1", "Article 1", ""), Make(6, 1, "1", "Article 1", ""),
      Make(7, 0, "1", "Article 1", ""), Make(8, 0, "nn_1", "", ""),       Make(9, 0, "", "", "")};
  const std::string xml = RenderAkn(document).xml;
  const std::vector<std::string> ids = AttributesOf(xml, "eId");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  EXPECT_EQ(AttributesOf(BodyOf(document), "eId"),
            (std::vector<std::string>{"chp_1", "art_1", "chp_2", "chp_2__art_1", "chp_2__art_1_2",
                                      "chp_2__art_1_3", "art_1_2", "sec_nn-1", "sec_nn_1"}));
  EXPECT_EQ(AttributesOf(xml, "wId"),
            (std::vector<std::string>{"s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"}));
}

TEST(Akn, AnEmptyTextIsASectionWithoutText) {
  AknDocument document = Sample();
  document.sections = {};
  EXPECT_EQ(AttributesOf(BodyOf(document), "eId"), std::vector<std::string>{"sec_nn_1"});
  EXPECT_TRUE(AttributesOf(BodyOf(document), "wId").empty());
}

TEST(Akn, ItsLifeHasRemovalsAndWhatCameWithoutAReform) {
  AknDocument document = Sample();
  const Reform repeal{"2001-01-01/repeal", "Repeal", Date("2001")};
  document.events = {{Date("1995"), {}, false},
                     {Date("2001"), repeal, true},
                     {Date("2001"), repeal, false},
                     {Date("2002-02-03T04:05:06Z"), {}, false}};
  const AknText text = RenderAkn(document);
  EXPECT_NE(text.xml.find(R"(
        <eventRef eId="eref_1" date="1995-01-01" source="#source" type="generation" />
        <eventRef eId="eref_2" date="2001-01-01" source="#ref_1" type="repeal" />
        <eventRef eId="eref_3" date="2001-01-01" source="#ref_1" type="amendment" />
        <eventRef eId="eref_4" date="2002-02-03T04:05:06Z" source="#source" type="amendment" />
)"),
            std::string::npos)
      << text.xml;
  EXPECT_EQ(AttributesOf(text.xml, "showAs"),
            (std::vector<std::string>{"Repeal", "Muragat", "www.example.org"}));
  EXPECT_EQ(text.losses, std::vector<std::string>{
                             "3 dates are known to the year or month only, and given as the first day"});
}

TEST(Akn, SaysWhereAndByWhomAndInWhichLanguage) {
  AknDocument document = Sample();
  document.id = "Policies/terms \"1\"";
  document.language = "kk-Latn";
  document.author = "Әлия";
  document.source_url = "";
  document.seen = true;
  const std::string xml = RenderAkn(document).xml;
  EXPECT_NE(xml.find("\"/akn/zz/act/1995-08-30/Policies%2Fterms%20%221%22/kaz@1998-10-07\""),
            std::string::npos);
  EXPECT_NE(xml.find("<FRBRcountry value=\"zz\" />"), std::string::npos);
  EXPECT_NE(
      xml.find("<FRBRdate date=\"1998-10-07\" name=\"seen\" />\n          <FRBRauthor href=\"#author\" />"),
      std::string::npos);
  EXPECT_NE(xml.find("eId=\"author\" href=\"/akn/ontology/person/%D3%98%D0%BB%D0%B8%D1%8F\" showAs=\"Әлия\""),
            std::string::npos);
  EXPECT_NE(xml.find("showAs=\"source not recorded\""), std::string::npos);
  EXPECT_NE(xml.find("<body xml:lang=\"kk-Latn\">"), std::string::npos);
}

TEST(Akn, AnUnknownLanguageIsUndAndSaidToBe) {
  AknDocument document = Sample();
  document.language = "und";
  EXPECT_TRUE(RenderAkn(document).losses.empty());
  EXPECT_NE(RenderAkn(document).xml.find("<FRBRlanguage language=\"und\" />"), std::string::npos);
  EXPECT_NE(RenderAkn(document).xml.find("<body>"), std::string::npos);
  document.language = "no language";
  const AknText text = RenderAkn(document);
  EXPECT_NE(text.xml.find("<FRBRlanguage language=\"und\" />"), std::string::npos);
  EXPECT_NE(text.xml.find("<body>"), std::string::npos);
  EXPECT_EQ(text.losses, std::vector<std::string>{"the language is no code of ISO 639, and given as und"});
}

TEST(Akn, WhatXmlDoesNotAllowIsLeftOutAndCounted) {
  AknDocument document = Sample();
  document.sections = {Make(1, 0, "", "T\x01", "a\x02\x1b[31mb\tc\xef\xbf\xbf \x7f\n\xff")};
  const AknText text = RenderAkn(document);
  EXPECT_NE(text.xml.find("<heading>T</heading>"), std::string::npos);
  EXPECT_NE(text.xml.find("<p>a[31mb\tc \x7f\n\ufffd</p>"), std::string::npos) << text.xml;
  EXPECT_EQ(text.losses, std::vector<std::string>{"4 characters are left out that XML does not allow"});
}

TEST(Akn, ListsTablesAndLinksAreListed) {
  AknDocument document = Sample();
  document.sections = {
      Make(1, 0, "", "T",
           "\n- one\n- two\n\n3) three\n\n| a | b |\n|---|---|\n\n[x](y) and [z](w)\n\n-5 is "
           "no item\n\n2022. A year\n")};
  const AknText text = RenderAkn(document);
  EXPECT_NE(text.xml.find("<p>- one\n- two</p>"), std::string::npos);
  EXPECT_EQ(text.losses,
            (std::vector<std::string>{"1 table is given as paragraphs, as the source writes them",
                                      "3 lists are given as paragraphs, as the source writes them",
                                      "2 links are given as text, as the source writes them"}));
  document.media_type = "text/plain";
  EXPECT_TRUE(RenderAkn(document).losses.empty());
}

TEST(Akn, ATextThatItsSourceCutIsIncomplete) {
  AknDocument document = Sample();
  document.sections[1].section.teaser = true;
  EXPECT_NE(RenderAkn(document).xml.find("<article eId=\"art_50\" wId=\"s7\" status=\"incomplete\">"),
            std::string::npos);
}

TEST(AknFileName, IsThePagesWithAnotherEnding) {
  EXPECT_EQ(AknFileName("kz/parliament"), "kz/parliament.xml");
  EXPECT_EQ(AknFileName("x.md"), "x.md.xml");
  EXPECT_EQ(AknFileName("index"), "%69ndex.xml");
}

TEST(AknFileName, NoFileIsAnothersFolder) {
  EXPECT_EQ(AknFileName("a"), "a.xml");
  EXPECT_EQ(AknFileName("a.xml/b"), "a%2Exml/b.xml");
  EXPECT_EQ(AknFileName("a.XML/b.xml/c"), "a%2EXML/b%2Exml/c.xml");
  EXPECT_EQ(AknFileName("a.xml"), "a.xml.xml");
  EXPECT_EQ(AknFileName("xml/.xml/b"), "xml/%2Exml/b.xml");
}

}  // namespace
}  // namespace muragat
