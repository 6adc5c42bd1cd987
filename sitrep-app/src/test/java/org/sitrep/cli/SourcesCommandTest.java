package org.sitrep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Sources, grades and rulings of the sample corpus, as a user gets them. */
class SourcesCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path dir = Path.of("");
  private String store = "";

  @BeforeEach
  void read() {
    Path file = dir.resolve("demo.duckdb");
    assertThat(Bench.read(file, Bench.HOME.resolve("demo/corpus")).exit()).isEqualTo(Exit.OK);
    store = file.toString();
  }

  private Bench.Result run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--store", store));
    return Bench.run(all.toArray(String[]::new));
  }

  private JsonNode one(String... args) {
    Bench.Result result = run(args);
    assertThat(result.exit()).as(result.err().toString()).isEqualTo(Exit.OK);
    return JSON.readTree(result.out().lines().findFirst().orElseThrow());
  }

  @Test
  void A01_everySourceWithItsKindLeaningCountsAndComputedLetter() {
    Bench.Result result = run("sources");
    assertThat(result.exit()).isEqualTo(Exit.OK);
    assertThat(result.out().lines()).hasSizeGreaterThan(5).allMatch(l -> l.contains("computed "))
        .anyMatch(l -> l.startsWith("sohr ") && l.contains("monitor") && l.contains("for nobody"));
    assertThat(run("sources", "--json").out().lines().map(JSON::readTree))
        .allSatisfy(s -> assertThat(s.get("schema_version").asInt()).isEqualTo(1))
        .allSatisfy(s -> assertThat(s.get("testimonies").asInt()).isLessThanOrEqualTo(s.get("claims").asInt()));
  }

  @Test
  void A02_oneSourceAndOneThatIsNot() {
    assertThat(run("sources", "sohr").out()).contains("(sohr)", "reliability: computed F");
    Bench.Result none = run("sources", "nobody");
    assertThat(none.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(none.err()).last().asString().contains("no claim rests on a source with the id \"nobody\"");
  }

  @Test
  void B01_anEventShowsGradeAndTermsOfItsSupport() {
    String id = JSON.readTree(run("events", "--json", "--place", "Mayadin").out().lines().findFirst().orElseThrow()).get("event_id").asString();
    assertThat(run("event", id).out()).contains("Admiralty grade, computed: ", "support, computed: ", "log-odds", "Airwars's scale, computed: ")
        .doesNotContain(" true");
    JsonNode event = one("event", id, "--json");
    double sum = event.path("support").path("prior").asDouble();
    for (JsonNode term : event.path("support").path("terms")) {
      sum += term.path("value").asDouble();
    }
    assertThat(sum).isCloseTo(event.path("support").path("log_odds").asDouble(), within(0.01));
    assertThat(event.path("grade").path("computed").asString()).matches("[A-F][1-6]");
  }

  @Test
  void C01_aRulingIsKeptShownAndTakenBack() {
    assertThat(run("review").err()).last().asString().isEqualTo("nobody has ruled");
    Bench.Result ruled = run("review", "source", "sohr", "b", "--reason", "checked against pictures", "--by", "Ann");
    assertThat(ruled.exit()).isEqualTo(Exit.OK);
    assertThat(ruled.out()).startsWith("source sohr: B by Ann on ").contains("because \"checked against pictures\"");
    assertThat(run("sources", "sohr").out()).contains("computed F", "ruled B by Ann on ", "because \"checked against pictures\"");
    assertThat(one("sources", "sohr", "--json").path("ruling").path("by").asString()).isEqualTo("Ann");
    assertThat(run("review", "source", "sohr", "--withdraw", "--reason", "older pictures", "--by", "Ben").exit()).isEqualTo(Exit.OK);
    assertThat(run("sources", "sohr").out()).doesNotContain("ruled");
    assertThat(run("review").out().lines()).hasSize(2).last().asString().contains("withdrawn by Ben");
  }

  @Test
  void C02_aRulingOnAClaimSettlesIt() {
    String claim = JSON.readTree(run("claims", "--json", "--source", "sohr").out().lines().findFirst().orElseThrow()).get("claim_id").asString();
    assertThat(run("review", "claim", claim, "true", "--reason", "grave seen", "--by", "Ann").exit()).isEqualTo(Exit.OK);
    assertThat(run("sources", "sohr").out()).contains("ruled true by Ann: grave seen");
  }

  @Test
  void D01_whatCannotBeRuledIsRefused() {
    assertThat(run("review", "source", "sohr", "G", "--reason", "x").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review", "source", "nobody", "A", "--reason", "x").err()).first().asString()
        .contains("the store has no source with the id \"nobody\"");
    assertThat(run("review", "claim", "c0", "true", "--reason", "x").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review", "event", "e0", "1", "--reason", "x").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review", "place", "nowhere", "contested", "--reason", "x").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review", "source", "sohr", "B").err()).first().asString().contains("needs a --reason");
    assertThat(run("review", "source", "sohr", "--withdraw", "--reason", "x").err()).first().asString().contains("no ruling on source sohr stands");
    assertThat(run("review", "source", "sohr", "B", "--reason", "x", "--from", "2018-01-01").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review", "outlet", "sohr", "B", "--reason", "x").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("review").out()).isEmpty();
  }
}
