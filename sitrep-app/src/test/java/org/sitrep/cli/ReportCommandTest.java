package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports of the sample corpus, as a user gets them. */
class ReportCommandTest {

  private static final Pattern NOTE =
      Pattern.compile("\\[\\^(\\d+)]: (?:\\[([^]]+)]\\(<[^>]+>\\)|(\\S+)) (\\d+)-(\\d+)[^:]*: “(.*)” · \\S+");

  @TempDir private static Path dir = Path.of("");
  private static String store = "";

  @BeforeAll
  static void read() {
    Path file = dir.resolve("demo.duckdb");
    assertThat(Bench.read(file, Bench.HOME.resolve("demo/corpus")).exit()).isEqualTo(Exit.OK);
    store = file.toString();
  }

  @Test
  void A01_everySentenceRestsOnTheExactCharactersOfItsDocuments() {
    Bench.Result report = Bench.run("report", "--date", "2017-09-23", "--store", store);
    assertThat(report.exit()).isEqualTo(Exit.OK);
    assertThat(report.err()).isEmpty();
    List<String> sentences = report.out().lines().filter(l -> l.startsWith("- ")).toList();
    assertThat(sentences).hasSizeGreaterThan(3).allMatch(s -> s.matches(".*[.)](\\[\\^\\d+])+"));
    Map<String, String> notes =
        report.out().lines().filter(l -> l.startsWith("[^"))
            .collect(Collectors.toMap(l -> l.substring(0, l.indexOf(':')), l -> l));
    assertThat(sentences).allSatisfy(s -> {
      Matcher m = Pattern.compile("\\[\\^\\d+]").matcher(s);
      while (m.find()) {
        assertThat(notes).containsKey(m.group());
      }
    });
    try (Store open = Store.openExisting(Path.of(store))) {
      notes.values().forEach(note -> checkQuote(open, note));
    }
  }

  private static void checkQuote(Store open, String note) {
    Matcher m = NOTE.matcher(note);
    assertThat(m.matches()).as(note).isTrue();
    String doc = m.group(2) != null ? m.group(2) : m.group(3);
    String text = open.findDocument(doc).orElseThrow().text();
    int start = text.offsetByCodePoints(0, Integer.parseInt(m.group(4)));
    int end = text.offsetByCodePoints(0, Integer.parseInt(m.group(5)));
    assertThat(text.substring(start, end).strip().replaceAll("\\s+", " "))
        .isEqualTo(m.group(6).replaceAll("\\\\(.)", "$1"));
  }

  @Test
  void A02_asAWebPage() {
    Bench.Result report = Bench.run("report", "--date", "2017-09-23", "--format", "html", "--store", store);
    assertThat(report.exit()).isEqualTo(Exit.OK);
    assertThat(report.out()).startsWith("<!DOCTYPE html>").contains("<a href=\"#note-1\">1</a>", "<li id=\"note-1\">")
        .doesNotContain("<script");
  }

  @Test
  void A03_onlyWhatTheFiltersLetThrough() {
    Bench.Result report = Bench.run("report", "--date", "2017-09-23", "--place", "al-Suwar", "--store", store);
    assertThat(report.out()).contains("al-Suwar").doesNotContain("took Maadan");
  }

  @Test
  void A04_whatIsOfNoCertainDayStandsAtTheEndWhereItIsAskedFor() throws IOException {
    Path input = Files.writeString(dir.resolve("u.jsonl"), "{\"doc\": \"u\", \"text\": \"Turkish soldiers shelled Afrin, activists said.\"}\n");
    String undated = dir.resolve("undated.duckdb").toString();
    assertThat(Bench.read(Path.of(undated), input).claims()).isEqualTo(1);
    Bench.Result without = Bench.run("report", "--date", "2017-09-23", "--store", undated);
    assertThat(without.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(without.err()).containsExactly("sitrep: nothing is told of 2017-09-23 itself (1 sentence of no certain day: --undated); no day has anything");
    Bench.Result with = Bench.run("report", "--date", "2017-09-23", "--undated", "--store", undated);
    assertThat(with.exit()).isEqualTo(Exit.OK);
    assertThat(with.out()).contains("## Of no certain day", "Afrin");
  }

  @Test
  void A05_onlyContestedEvents() {
    Bench.Result report = Bench.run("report", "--date", "2017-05-29", "--contested", "--store", store);
    assertThat(report.out()).contains("denies it", "Contested versions").doesNotContain("14 soldiers");
    assertThat(Bench.run("claims", "--contested", "--store", store).out().lines().count()).isLessThan(Bench.run("claims", "--store", store).out().lines().count()).isPositive();
  }

  @Test
  void B01_aDayOfWhichNothingIsTold() {
    Bench.Result report = Bench.run("report", "--date", "2016-01-01", "--store", store);
    assertThat(report.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(report.out()).isEmpty();
    assertThat(report.err()).singleElement().asString()
        .startsWith("sitrep: nothing is told of 2016-01-01; days that have something: ").contains("2018-11-19");
  }

  @Test
  void B02_whatIsNoDay() {
    Bench.Result report = Bench.run("report", "--date", "last week", "--store", store);
    assertThat(report.exit()).isEqualTo(Exit.USAGE);
    assertThat(report.err()).hasSize(2).first().asString()
        .isEqualTo("sitrep: Invalid value for option '--date': \"last week\" is no day; write it as 2017-09-24");
  }

  @Test
  void B03_noDay() {
    assertThat(Bench.run("report", "--store", store).err().getFirst()).contains("Missing required option: '--date=DAY'");
  }
}
