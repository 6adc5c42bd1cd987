package org.sitrep.watching;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9309. */
class RobotRulesTest {

  private static RobotRules rules(String... lines) {
    return RobotRules.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "sitrep/0.1.0 (desk@example)");
  }

  @Test
  void A01_nothingSaidAllowsAll() {
    assertThat(rules().allows("/a")).isTrue();
    assertThat(rules("User-agent: *", "Disallow:").allows("/a")).isTrue();
    assertThat(rules("Disallow: /").allows("/a")).isTrue();
  }

  @Test
  void A02_allAreMeant() {
    RobotRules rules = rules("User-agent: *", "Disallow: /private/", "# no secret", "Disallow: /tmp # here");
    assertThat(rules.allows("/private/a")).isFalse();
    assertThat(rules.allows("/private")).isTrue();
    assertThat(rules.allows("/tmpfile")).isFalse();
    assertThat(rules.allows("/")).isTrue();
    assertThat(RobotRules.NOTHING.allows("/robots.txt")).isTrue();
  }

  @Test
  void B01_ourOwnGroupsCountTogetherAndAlone() {
    RobotRules rules =
        rules("User-agent: *", "Disallow: /", "", "USER-AGENT: other", "user-agent: SitRep/9", "Disallow: /a", "",
            "User-agent: sitrep", "Disallow: /b", "Sitemap: https://x.example/s.xml", "Crawl-delay: 7");
    assertThat(rules.allows("/c")).isTrue();
    assertThat(rules.allows("/a")).isFalse();
    assertThat(rules.allows("/b")).isFalse();
    assertThat(rules.delay()).contains(Duration.ofSeconds(7));
    assertThat(rules("User-agent: sitrepbot", "Disallow: /").allows("/a")).isTrue();
  }

  @Test
  void B02_theLongestRuleDecidesAndAllowsWhereEqual() {
    RobotRules rules = rules("User-agent: *", "Allow: /p", "Disallow: /", "Disallow: /page", "Allow: /page");
    assertThat(rules.allows("/page")).isTrue();
    assertThat(rules.allows("/q")).isFalse();
  }

  @Test
  void B03_starAndDollar() {
    RobotRules rules = rules("User-agent: *", "Disallow: /*.pdf$", "Disallow: /a*/print", "Disallow: *?session=");
    assertThat(rules.allows("/x/y.pdf")).isFalse();
    assertThat(rules.allows("/x/y.pdf?z")).isTrue();
    assertThat(rules.allows("/a/b/print/1")).isFalse();
    assertThat(rules.allows("/news?session=4")).isFalse();
    assertThat(rules.allows("/b/print")).isTrue();
  }

  @Test
  void B04_escapesMeanTheSame() {
    RobotRules rules = rules("User-agent: *", "Disallow: /a%62c", "Disallow: /bé", "Disallow: /x%2fy");
    assertThat(rules.allows("/abc")).isFalse();
    assertThat(rules.allows("/b%C3%A9")).isFalse();
    assertThat(rules.allows("/x%2Fy")).isFalse();
    assertThat(rules.allows("/x/y")).isTrue();
  }

  @Test
  void C01_whatIsNoRobotsFileAndWhatIsMeantToHurt() {
    assertThat(rules("<html><body>Not found: nothing</body></html>").allows("/a")).isTrue();
    assertThat(rules("User-agent: *", "Crawl-delay: NaN", "Crawl-delay: -3", "Disallow: relative").allows("/a")).isTrue();
    RobotRules stars = rules("User-agent: *", "Disallow: /" + "*a".repeat(2_000) + "$");
    assertThat(stars.allows("/" + "a".repeat(20_000) + "b")).isTrue();
  }
}
