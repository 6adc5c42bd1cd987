package org.sitrep.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The report of a day: what is of that day, what is of no certain day, and what a person made of it. */
class ReportApiTest {

  private static final String DAY = "/api/report?date=2017-09-23";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said. Russian warplanes bombed Raqqa on Saturday, the army said. Russian warplanes bombed Tabqa on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-25", "Five soldiers were killed in Mayadin on Saturday, Amaq said."),
            Served.record("c", "Herald", "2017-09-25", "Two soldiers were killed in Mayadin on Saturday, activists said."),
            Served.record("d", "Post", "2017-11-02", "Russian warplanes bombed Manbij in September 2017, activists said."),
            "{\"doc\": \"e\", \"text\": \"Turkish soldiers shelled Afrin, activists said.\"}\n");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static List<JsonNode> lines(JsonNode report) {
    List<JsonNode> lines = new ArrayList<>();
    report.path("sections").forEach(s -> s.path("lines").forEach(lines::add));
    return lines;
  }

  private static List<String> days(String query) {
    List<String> days = new ArrayList<>();
    served.json("/api/report/days" + query).path("days").forEach(d -> days.add(d.asString()));
    return days;
  }

  @Test
  void A01_whatIsOfNoCertainDayIsCountedAndComesLastWhereItIsAskedFor() {
    JsonNode alone = served.json(DAY);
    assertThat(alone.path("standing").asInt()).isPositive();
    assertThat(alone.path("sections")).isNotEmpty().noneMatch(s -> s.path("standing").asBoolean());
    assertThat(alone.toString()).contains("Maadan").doesNotContain("Afrin", "Manbij");
    JsonNode full = served.json(DAY + "&undated=true");
    JsonNode last = full.path("sections").path(full.path("sections").size() - 1);
    assertThat(last.path("standing").asBoolean()).isTrue();
    assertThat(last.path("lines")).hasSize(alone.path("standing").asInt());
    assertThat(last.toString()).contains("Afrin", "Manbij");
    assertThat(lines(full)).hasSize(lines(alone).size() + last.path("lines").size());
  }

  @Test
  void A02_theFilesSayWhatTheyLeaveOut() {
    assertThat(served.get(DAY + "&format=md").body()).contains("of no certain day", "left out here").doesNotContain("Afrin");
    assertThat(served.get(DAY + "&format=html").body()).contains("left out here").doesNotContain("Afrin");
    assertThat(served.get(DAY + "&format=md&undated=true").body()).contains("## Of no certain day", "Afrin").doesNotContain("left out here");
    assertThat(served.get(DAY + "&undated=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void A03_aDayThatOnlyAMonthHasInItHasNothing() {
    assertThat(days("")).contains("2017-09-23").doesNotContain("2017-09-05", "2017-09-30");
    assertThat(days("?place=Manbij")).isEmpty();
  }

  @Test
  void B01_whatIsPinnedComesFirstInItsSectionOfTheFilesToo() {
    List<JsonNode> sections = new ArrayList<>();
    served.json(DAY).path("sections").forEach(sections::add);
    JsonNode section = sections.stream().filter(s -> s.path("lines").size() > 1).findFirst().orElseThrow();
    JsonNode last = section.path("lines").path(section.path("lines").size() - 1);
    String usual = served.get(DAY + "&format=md").body();
    String pinned = served.get(DAY + "&format=md&pin=" + last.path("key").asString()).body();
    String title = "## " + section.path("title").asString();
    String text = last.path("text").asString();
    assertThat(first(usual, title)).doesNotContain(text);
    assertThat(first(pinned, title)).contains(text);
    assertThat(pinned.lines().filter(l -> l.startsWith("- "))).hasSameSizeAs(usual.lines().filter(l -> l.startsWith("- ")).toList());
  }

  private static String first(String markdown, String title) {
    return markdown.lines().dropWhile(l -> !l.equals(title)).filter(l -> l.startsWith("- ")).findFirst().orElse("");
  }

  @Test
  void C01_onlyContestedEventsAndTheirClaims() {
    JsonNode report = served.json(DAY + "&contested=true");
    assertThat(lines(report)).isNotEmpty().allSatisfy(l -> assertThat(l.path("text").asString()).contains("Mayadin"));
    assertThat(report.path("standing").asInt()).isZero();
    assertThat(days("?contested=true")).containsExactly("2017-09-23");
    int claims = served.json("/api/claims?contested=true").path("claims").size();
    assertThat(claims).isEqualTo(2);
    assertThat(served.get("/api/export?profile=claims&contested=true").body().lines()).hasSize(claims);
    assertThat(served.json("/api/export/counts?contested=true").path("profiles").path(0).path("rows").asInt()).isEqualTo(claims);
  }
}
