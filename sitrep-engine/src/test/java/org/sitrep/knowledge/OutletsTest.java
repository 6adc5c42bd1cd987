package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.knowledge.Outlet.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files {@code sources/*.yml} as packs may hold them, good and bad. */
class OutletsTest {

  private static final String GOOD =
      """
      hosts: [courier.example, Kurier.example]
      article: div.story
      published: "time.when"
      remove: [".ad", "div > .more"]
      sample:
        page: courier.html
        first: The harbour guard
        published: 2019-03-21
        comments: 2
      """;

  @TempDir private Path pack = Path.of("");

  @BeforeEach
  void samplePage() throws IOException {
    Files.createDirectories(pack.resolve("sources"));
    Files.writeString(pack.resolve("sources/courier.html"), "<p>The harbour guard");
  }

  private Outlets load(String yaml) throws IOException {
    Files.writeString(pack.resolve("sources/courier.yml"), yaml);
    return Outlets.load(List.of(pack));
  }

  @Test
  void a01_anOutletIsFoundByTheEndOfItsHost() throws IOException {
    Outlets outlets = load(GOOD);
    assertThat(outlets.list()).hasSize(1);
    assertThat(outlets.ofHost("www.courier.example")).isPresent();
    assertThat(outlets.ofHost("kurier.example")).isPresent();
    assertThat(outlets.ofHost("example")).isEmpty();
    assertThat(outlets.ofHost("notcourier.example")).isEmpty();
    Outlet outlet = outlets.ofHost("courier.example").orElseThrow();
    assertThat(outlet.css(Part.ARTICLE)).contains("div.story");
    assertThat(outlet.css(Part.AUTHOR)).isEmpty();
    assertThat(outlet.selectors().get(Part.PUBLISHED)).isEqualTo(new Outlet.Selector("time.when", 3));
    assertThat(outlet.remove()).extracting(Outlet.Selector::css).containsExactly(".ad", "div > .more");
    assertThat(outlet.sample().comments()).hasValue(2);
  }

  @Test
  void a02_aPackWithoutOutletsHasNone() throws IOException {
    Files.delete(pack.resolve("sources/courier.html"));
    assertThat(Outlets.load(List.of(pack)).list()).isEmpty();
  }

  @Test
  void b01_mistakesAreNamedWithFileAndLine() {
    refused(GOOD.replace("article: div.story", "article: \"div[\""), "courier.yml:2: article is no CSS selector");
    refused(GOOD.replace("article:", "artikle:"), "courier.yml:2: artikle is not known here; write one of [article,");
    refused(GOOD.replace("courier.html", "gone.html"), "courier.yml:6: sample.page names no file beside this one: gone.html");
    refused(GOOD.replace("2019-03-21", "21 March"), "courier.yml:8: sample.published is no day: 21 March; write 2019-03-21");
    refused(GOOD.replace("comments: 2", "comments: two"), "courier.yml:9: sample.comments is no whole number");
    refused(GOOD.replace("hosts: [courier.example, Kurier.example]", "hosts: []"), "courier.yml:1: hosts names no host");
    refused("article: div.story\n", "\"hosts\" is missing");
    refused(GOOD.substring(0, GOOD.indexOf("sample")), "\"sample\" is missing");
    refused("- a\n- b\n", "is no mapping");
    refused("hosts: [a", "courier.yml:");
  }

  private void refused(String yaml, String message) {
    assertThatThrownBy(() -> load(yaml)).isInstanceOf(KnowledgeException.class).hasMessageContaining(message);
  }
}
