#include "tests/support/generated_text.h"

#include <sstream>

namespace muragat::support {
namespace {

// What a sentence is put together from; parts are parted by "|", words within a part by blanks.
struct Vocabulary {
  const char *subjects, *deeds, *objects, *conditions, *titles, *common_titles, *months;
};

constexpr Vocabulary kVocabularies[] = {
    {"The chamber|The upper house|The President|Each deputy|The government|A ministry|The local council|"
     "The supreme court|Any citizen|The election commission|The prosecutor general|The national bank|"
     "A political party|The ombudsman|The accounts committee|An observer|The regional assembly|The speaker",
     "adopts|approves|publishes|reviews|amends|submits|confirms|supervises|establishes|revokes|appoints|"
     "registers|considers|finances|protects|signs|suspends|determines|delegates|organises",
     "the annual budget of the republic|laws on taxation and customs|the list of candidates|"
     "rules of public procurement|the report of the committee|decisions of subordinate bodies|"
     "the boundaries of constituencies|contracts for the use of land|state awards and honorary titles|"
     "guarantees of social security|the \"open office\" programme|licences for broadcasting|"
     "international treaties and agreements|petitions signed by residents|the register of voters|"
     "measures against corruption|the reserve fund|plans of regional development",
     "within thirty calendar days|by a majority of votes|on the proposal of the cabinet|"
     "in cases provided for by law|no later than the first of October|after a public hearing|"
     "unless the constitution says otherwise|at a joint session of both houses|once in five years|"
     "with the consent of the regional assembly|under an open procedure|at the request of ten members|"
     "free of charge|before the term of office ends|in the official language|during a state of emergency",
     "Powers of the chamber|Election of deputies|Public finance|Local government|Rights of citizens|"
     "Courts and judges|Use of land|Immunity of members|Referendum|Legislative initiative|Budget review|"
     "Party lists|Appointment of ministers|Public hearings|Emergency powers|State awards|Electoral quotas|"
     "Petitions|Oath of office|Procurement rules|Tax relief|Register of voters|Broadcasting licences",
     "Definitions|Final provisions|General provisions|Scope",
     "January|February|March|April|May|June|July|August|September|October|November|December"},
    {"Палата|Верхняя палата|Президент|Каждый депутат|Правительство|Министерство|Местный маслихат|"
     "Верховный суд|Любой гражданин|Избирательная комиссия|Генеральный прокурор|Национальный банк|"
     "Политическая партия|Уполномоченный|Счётный комитет|Наблюдатель|Областное собрание|Председатель",
     "принимает|утверждает|публикует|рассматривает|изменяет|вносит|подтверждает|контролирует|учреждает|"
     "отменяет|назначает|регистрирует|обсуждает|финансирует|защищает|подписывает|приостанавливает|"
     "определяет|поручает|организует",
     "годовой бюджет республики|законы о налогах и таможне|список кандидатов|правила закупок|"
     "отчёт постоянного комитета|решения нижестоящих органов|границы избирательных округов|"
     "договоры землепользования|государственные награды и звания|гарантии социальной защиты|"
     "программу \"открытый акимат\"|лицензии на вещание|международные договоры и соглашения|"
     "обращения жителей посёлка|реестр избирателей|меры против коррупции|резервный фонд|"
     "планы развития регионов",
     "в течение тридцати календарных дней|большинством голосов|по представлению кабинета|"
     "в случаях, предусмотренных законом|не позднее первого октября|после публичных слушаний|"
     "если конституция не говорит иного|на совместном заседании палат|один раз в пять лет|"
     "с согласия областного собрания|в открытом порядке|по требованию десяти членов|бесплатно|"
     "до истечения срока полномочий|на государственном языке|в период чрезвычайного положения",
     "Полномочия палаты|Выборы депутатов|Публичные финансы|Местное управление|Права граждан|"
     "Суды и судьи|Использование земли|Неприкосновенность депутатов|Референдум|Право инициативы|"
     "Рассмотрение бюджета|Партийные списки|Назначение министров|Публичные слушания|Чрезвычайные меры|"
     "Государственные награды|Избирательные квоты|Петиции|Присяга|Правила закупок|Налоговые льготы|"
     "Реестр избирателей|Лицензии вещателей",
     "Определения|Заключительные положения|Общие положения|Сфера действия",
     "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"},
    {"Мәжіліс|Жоғарғы палата|Президент|Әрбір депутат|Үкімет|Министрлік|Жергілікті мәслихат|"
     "Жоғарғы сот|Кез келген азамат|Сайлау комиссиясы|Бас прокурор|Ұлттық банк|Саяси партия|Омбудсмен|"
     "Есеп комитеті|Байқаушы|Облыстық жиналыс|Төраға",
     "қабылдайды|бекітеді|жариялайды|қарайды|өзгертеді|енгізеді|растайды|бақылайды|құрады|жояды|"
     "тағайындайды|тіркейді|талқылайды|қаржыландырады|қорғайды|тоқтатады|айқындайды|тапсырады|"
     "ұйымдастырады",
     "республиканың жылдық бюджетін|салық және кеден туралы заңдарды|кандидаттардың тізімін|"
     "мемлекеттік сатып алу қағидаларын|тұрақты комитеттің есебін|төменгі органдардың шешімдерін|"
     "сайлау округтерінің шекарасын|жер пайдалану шарттарын|мемлекеттік наградалар мен атақтарды|"
     "әлеуметтік қорғау кепілдіктерін|\"ашық әкімдік\" бағдарламасын|хабар тарату лицензияларын|"
     "халықаралық шарттар мен келісімдерді|тұрғындардың өтініштерін|сайлаушылар тізілімін|"
     "сыбайлас жемқорлыққа қарсы шараларды|резервтік қорды|өңірлерді дамыту жоспарларын",
     "отыз күнтізбелік күн ішінде|көпшілік дауыспен|кабинеттің ұсынуы бойынша|"
     "заңда көзделген жағдайларда|бірінші қазаннан кешіктірмей|қоғамдық тыңдаудан кейін|"
     "конституцияда өзгеше айтылмаса|палаталардың бірлескен отырысында|бес жылда бір рет|"
     "облыстық жиналыстың келісімімен|ашық тәртіппен|он мүшенің талабы бойынша|тегін|"
     "өкілеттік мерзімі біткенге дейін|мемлекеттік тілде|төтенше жағдай кезінде",
     "Палатаның өкілеттігі|Депутаттарды сайлау|Мемлекеттік қаржы|Жергілікті басқару|"
     "Азаматтардың құқықтары|Соттар мен судьялар|Жерді пайдалану|Депутаттың дербестігі|Референдум|"
     "Заң шығару бастамасы|Бюджетті қарау|Партиялық тізімдер|Министрлерді тағайындау|"
     "Қоғамдық тыңдаулар|Төтенше шаралар|Мемлекеттік наградалар|Сайлау квоталары|Өтініштер|Ант беру|"
     "Сатып алу қағидалары|Салық жеңілдіктері|Сайлаушылар тізілімі|Хабар тарату лицензиясы",
     "Анықтамалар|Қорытынды ережелер|Жалпы ережелер|Қолданылу аясы",
     "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"},
    {"议会|上议院|总统|每位代表|政府|主管部门|地方议会|最高法院|任何公民|选举委员会|总检察长|国家银行|"
     "政党|监察专员|审计委员会|观察员|州议会|议长",
     "通过|批准|公布|审议|修改|提交|确认|监督|设立|撤销|任命|登记|讨论|资助|保护|签署|中止|确定|委托|组织",
     "国家 年度 预算|税收 和 海关 法律|候选人 名单|公共 采购 规则|常设 委员会 报告|下级 机关 决定|"
     "选区 边界 方案|土地 使用 合同|国家 奖励 和 称号|社会 保障 措施|\"开放 办公\" 计划|广播 许可 证书|"
     "国际 条约 和 协定|居民 联名 请愿|选民 登记 名册|反腐败 工作 措施|国家 储备 基金|地区 发展 规划",
     "在 三十日 内|以 多数 票|根据 内阁 提议|在 法律 规定 的 情形 下|不迟于 十月 一日|经 公开 听证 后|"
     "宪法 另有 规定 的 除外|在 两院 联席 会议 上|每 五年 一次|经 州议会 同意|按照 公开 程序|"
     "应 十名 议员 要求|免费 地|在 任期 届满 前|以 官方 语言|在 紧急 状态 期间",
     "议会 职权|代表 选举|公共 财政|地方 政府|公民 权利|法院 和 法官|土地 使用|议员 豁免|全民 公决|"
     "立法 提案|预算 审查|政党 名单|部长 任命|公开 听证|紧急 权力|国家 奖励|选举 配额|请愿 权|就职 宣誓|"
     "采购 规则|税收 优惠|选民 名册|广播 许可",
     "定义|附则|总则|适用 范围", "1|2|3|4|5|6|7|8|9|10|11|12"},
};

std::vector<std::string> Cut(const char* text, char at) {
  std::vector<std::string> pieces;
  std::istringstream stream(text);
  for (std::string piece; std::getline(stream, piece, at);) pieces.push_back(piece);
  return pieces;
}

const Vocabulary& Of(GeneratedLanguage language) { return kVocabularies[static_cast<size_t>(language)]; }

std::string JoinWords(const std::string& part, GeneratedLanguage language) {
  if (language != GeneratedLanguage::kChinese) return part;
  std::string joined;
  for (const std::string& word : Cut(part.c_str(), ' ')) joined += word;
  return joined;
}

}  // namespace

std::string_view LanguageTag(GeneratedLanguage language) {
  constexpr std::string_view kTags[] = {"en", "ru", "kk", "zh"};
  return kTags[static_cast<size_t>(language)];
}

GeneratedSentence TextGenerator::Sentence() {
  const Vocabulary& words = Of(language_);
  GeneratedSentence sentence;
  const auto append = [&](const std::string& part) {
    for (const std::string& word : Cut(part.c_str(), ' ')) sentence.push_back(Word(word));
  };
  append(random_.Pick(Cut(words.subjects, '|')));
  const bool verb_last = language_ == GeneratedLanguage::kKazakh;
  if (random_.OneIn(2)) append(random_.Pick(Cut(words.conditions, '|')));
  if (!verb_last) append(random_.Pick(Cut(words.deeds, '|')));
  append(random_.Pick(Cut(words.objects, '|')));
  if (!verb_last || random_.OneIn(2)) append(random_.Pick(Cut(words.conditions, '|')));
  if (verb_last) append(random_.Pick(Cut(words.deeds, '|')));
  sentence.back() += language_ == GeneratedLanguage::kChinese ? "。" : ".";
  return sentence;
}

GeneratedParagraph TextGenerator::Paragraph(size_t sentences) {
  GeneratedParagraph paragraph;
  while (paragraph.size() < sentences) paragraph.push_back(Sentence());
  return paragraph;
}

GeneratedWord TextGenerator::Word() {
  const Vocabulary& words = Of(language_);
  const char* lists[] = {words.deeds, words.objects, words.conditions};
  return Word(random_.Pick(Cut(random_.Pick(Cut(lists[random_.Below(3)], '|')).c_str(), ' ')));
}

std::string TextGenerator::Title() {
  const Vocabulary& words = Of(language_);
  if (random_.OneIn(8)) return JoinWords(random_.Pick(Cut(words.common_titles, '|')), language_);
  std::string title = JoinWords(random_.Pick(Cut(words.titles, '|')), language_);
  if (random_.OneIn(2)) {
    const std::string second = JoinWords(random_.Pick(Cut(words.titles, '|')), language_);
    title += (language_ == GeneratedLanguage::kChinese ? "、" : ", ") + second;
  }
  return title;
}

std::string TextGenerator::ArticleName(const std::string& number) const {
  switch (language_) {
    case GeneratedLanguage::kEnglish:
      return "Article " + number;
    case GeneratedLanguage::kRussian:
      return "Статья " + number;
    case GeneratedLanguage::kKazakh:
      return number + "-бап";
    case GeneratedLanguage::kChinese:
      break;
  }
  return "第" + number + "条";
}

std::string TextGenerator::ChapterName(const std::string& number) const {
  switch (language_) {
    case GeneratedLanguage::kEnglish:
      return "Chapter " + number;
    case GeneratedLanguage::kRussian:
      return "Глава " + number;
    case GeneratedLanguage::kKazakh:
      return number + "-тарау";
    case GeneratedLanguage::kChinese:
      break;
  }
  return "第" + number + "章";
}

std::string TextGenerator::ViewsLine(uint32_t views) const {
  constexpr const char* kLabels[] = {"Views: ", "Просмотров: ", "Қаралым: ", "浏览次数："};
  return kLabels[static_cast<size_t>(language_)] + std::to_string(views);
}

std::string TextGenerator::UpdatedLine(uint32_t day) const {
  constexpr const char* kLabels[] = {
      "Last updated: ", "Последнее обновление: ", "Соңғы жаңарту: ", "最后更新："};
  const std::string month = Cut(Of(language_).months, '|')[day / 28 % 12];
  const std::string of_month = std::to_string(day % 28 + 1), year = std::to_string(2000 + day / 336 % 24);
  const std::string label = kLabels[static_cast<size_t>(language_)];
  if (language_ == GeneratedLanguage::kChinese) return label + year + "年" + month + "月" + of_month + "日";
  return label + of_month + " " + month + " " + year;
}

std::string TextGenerator::Write(const std::vector<GeneratedParagraph>& paragraphs) const {
  const bool spaced = language_ != GeneratedLanguage::kChinese;
  std::string text;
  for (const GeneratedParagraph& paragraph : paragraphs) {
    bool first = true;
    for (const GeneratedSentence& sentence : paragraph) {
      for (const std::string& word : sentence) {
        if (spaced && !first) text += ' ';
        first = false;
        text += word;
      }
    }
    text += "\n\n";
  }
  return text;
}

}  // namespace muragat::support
