package org.sitrep.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Sample pages of outlets whose layout a pack states. */
class SampleVerifierTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
  private static final Path KNOWLEDGE = HOME.resolve("knowledge");
  private static final String YAML =
      """
      hosts: [courier.example]
      article: div.story
      headline: "#title"
      author: ".who"
      sample:
        page: courier.html
        first: The harbour guard
        last: on Sunday.
        headline: Docks Change Hands
        author: Ann Lee
        comments: 0
      """;

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void copyKnowledge() throws IOException {
    Path common = KNOWLEDGE.resolve("common");
    try (Stream<Path> files = Files.walk(common)) {
      for (Path file : files.filter(f -> !f.startsWith(common.resolve("places/villages"))).toList()) {
        Path to = home.resolve("knowledge/common").resolve(common.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Files.createDirectories(home.resolve("knowledge/coast/sources"));
    Files.writeString(
        home.resolve("knowledge/coast/sources/courier.html"),
        """
        <title>Courier</title><div id=title>Docks Change Hands</div><i class=who>Ann Lee</i>
        <div class=story>The harbour guard entered the docks, its spokesman said. Ferries go on Sunday.</div>
        <div><p>Elsewhere in the city, a long paragraph tells of quite another thing, in more words, and with more commas, than the dispatch.</p></div>
        """);
  }

  private List<Verifier.Finding> run(String yaml) throws IOException {
    Files.writeString(home.resolve("knowledge/coast/sources/courier.yml"), yaml);
    SampleVerifier verifier = new SampleVerifier(Knowledge.load(home, List.of("coast")));
    assertThat(verifier.count()).isEqualTo(1);
    return verifier.run();
  }

  @Test
  void a01_aSampleThatComesOutAsStated() throws IOException {
    assertThat(run(YAML)).isEmpty();
  }

  @Test
  void a02_aSelectorThatFindsNothingIsNamedWithItsLine() throws IOException {
    List<Verifier.Finding> findings = run(YAML.replace(".who", ".whom") + "remove: [.promo]\n");
    assertThat(findings).extracting(Verifier.Finding::sentence).containsExactly(".whom", ".promo", "author");
    assertThat(findings.getFirst().frame()).endsWith("courier.yml:4");
    assertThat(findings.getFirst().found()).isEqualTo("nothing in courier.html");
  }

  @Test
  void a03_whatComesOutOtherwiseIsShown() throws IOException {
    List<Verifier.Finding> findings =
        run(YAML.replace("first: The", "first: A").replace("on Sunday.", "on Monday.").replace("Docks Change", "Quays Change").replace("comments: 0", "comments: 3"));
    assertThat(findings).extracting(Verifier.Finding::sentence).containsExactly("first words", "last words", "headline", "comments");
    assertThat(findings.getFirst().found()).startsWith("The harbour guard entered");
    assertThat(findings.get(2).wanted()).isEqualTo("Quays Change Hands");
    assertThat(findings.get(2).found()).isEqualTo("Docks Change Hands");
  }

  @Test
  void b01_theSamplesOfTheRepository() {
    List<String> packs;
    try (Stream<Path> dirs = Files.list(KNOWLEDGE)) {
      packs = dirs.filter(Files::isDirectory).map(d -> String.valueOf(d.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    SampleVerifier verifier = new SampleVerifier(Knowledge.load(HOME, packs));
    assertThat(verifier.count()).isPositive();
    assertThat(verifier.run()).isEmpty();
  }
}
