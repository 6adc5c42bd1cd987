package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.claim.Interest;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Source;

import static org.assertj.core.api.Assertions.assertThat;

class ActorsTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria"));
  private static final Actors ACTORS = KNOWLEDGE.actors();
  private static final Sources SOURCES = KNOWLEDGE.sources();

  @Test
  void a01_an_actor_has_an_id_a_name_and_a_kind() {
    assertThat(ACTORS.find("sdf"))
        .contains(new Actor("sdf", "Syrian Democratic Forces", Actor.Kind.GROUP));
    assertThat(ACTORS.find("nobody")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SDF, sdf",
    "S.D.F., sdf",
    "Jaysh al-Islam, jaysh-al-islam",
    "Jaish al Islam, jaysh-al-islam",
    "Jeish Al-Islam, jaysh-al-islam",
    "Jabhat an-Nusra, hts",
    "Nour el-Din al-Zenki, zenki",
    "Noor al-Din al-Zenki, zenki",
    "People’s Protection Units, ypg",
    "Peoples Protection Units, ''",
    "Hizbullah, hezbollah",
    "Isis, isis",
    "is, ''",
    "IS, isis",
    "U.S., us",
    "us, ''",
    "the UK, ''",
    "UAE, ae",
    "Türkiye, tr",
    "Liwa Fatimiyoun, ir.fatemiyoun",
  })
  void a02_names_are_found_in_their_spellings(String name, String id) {
    assertThat(ACTORS.named(name).stream().map(Actor::id))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void a03_states_make_their_forces_and_ministries() {
    assertThat(ACTORS.find("ng.forces"))
        .contains(new Actor("ng.forces", "Nigerian forces", Actor.Kind.FORCE));
    assertThat(ACTORS.find("nl.defence-ministry").orElseThrow().name())
        .isEqualTo("Dutch Ministry of Defence");
    assertThat(ACTORS.find("kurds.forces").orElseThrow().name()).isEqualTo("Kurdish forces");
    assertThat(ACTORS.find("zz.forces")).isEmpty();
    assertThat(ACTORS.find("forces")).isEmpty();
  }

  @Test
  void a04_a_party_is_shown_under_the_name_of_the_day() {
    assertThat(ACTORS.find("hts", LocalDate.of(2014, 5, 1)).orElseThrow().name())
        .isEqualTo("Jabhat al-Nusra");
    assertThat(ACTORS.find("hts", LocalDate.of(2016, 12, 1)).orElseThrow().name())
        .isEqualTo("Jabhat Fateh al-Sham");
    assertThat(ACTORS.find("hts", LocalDate.of(2020, 2, 1)).orElseThrow().name())
        .isEqualTo("Hay'at Tahrir al-Sham");
  }

  @Test
  void a05_parts_belong_to_their_whole() {
    LocalDate day = LocalDate.of(2018, 11, 8);
    assertThat(ACTORS.isPartOf("sdf.mmc", "sdf", day)).isTrue();
    assertThat(ACTORS.isPartOf("sy.25th-division", "sy", day)).isTrue();
    assertThat(ACTORS.isPartOf("sy.104th-brigade", "sy.forces", day)).isTrue();
    assertThat(ACTORS.isPartOf("hts", "sy", day)).isFalse();
    assertThat(ACTORS.isPartOf("hts", "sy", LocalDate.of(2025, 3, 1))).isTrue();
    assertThat(ACTORS.side("sy.air-force", day)).isEqualTo("sy");
  }

  @Test
  void a06_opposition_has_three_answers_and_dates() {
    LocalDate day = LocalDate.of(2018, 2, 1);
    assertThat(ACTORS.opposed("sy.forces", "ahrar-al-sham", day)).contains(true);
    assertThat(ACTORS.opposed("isis", "sdf.mmc", day)).contains(true);
    assertThat(ACTORS.opposed("ru.air-force", "sy.forces", day)).contains(false);
    assertThat(ACTORS.opposed("sy", "il.air-force", day)).contains(true);
    assertThat(ACTORS.opposed("br", "nz", day)).isEmpty();
    assertThat(ACTORS.opposed("rsf", "sd.forces", LocalDate.of(2020, 1, 1))).contains(false);
    assertThat(ACTORS.opposed("rsf", "sd.forces", LocalDate.of(2023, 6, 1))).contains(true);
  }

  @Test
  void a07_interest_follows_from_sides() {
    LocalDate day = LocalDate.of(2018, 11, 8);
    assertThat(SOURCES.interest("amaq", "isis", Optional.of(day))).isEqualTo(Interest.SELF_SERVING);
    assertThat(SOURCES.interest("amaq", "sy.forces", Optional.of(day))).isEqualTo(Interest.AGAINST_INTEREST);
    assertThat(SOURCES.interest("reuters", "sy.forces", Optional.of(day))).isEqualTo(Interest.NEUTRAL);
    assertThat(SOURCES.interest("ru.defence-ministry", "sy.forces", Optional.of(day)))
        .isEqualTo(Interest.SELF_SERVING);
  }

  @Test
  void a07b_without_a_day_only_what_no_time_contradicts_counts() {
    assertThat(SOURCES.interest("hezbollah-media", "sy.forces", Optional.empty())).isEqualTo(Interest.SELF_SERVING);
    assertThat(SOURCES.interest("hts", "ahrar-al-sham", Optional.empty())).isNotEqualTo(Interest.AGAINST_INTEREST);
    assertThat(SOURCES.interest("reuters", "sy.forces", Optional.empty())).isEqualTo(Interest.NEUTRAL);
  }

  @Test
  void a08_sources_are_found_by_name_and_host() {
    assertThat(SOURCES.named("SOHR").getFirst().kind()).isEqualTo(Source.Kind.MONITOR);
    assertThat(SOURCES.ofHost("english.enabbaladi.net").orElseThrow().id()).isEqualTo("enab-baladi");
    assertThat(SOURCES.ofHost("www.reuters.com").orElseThrow().id()).isEqualTo("reuters");
    assertThat(SOURCES.ofHost("example.org")).isEmpty();
    assertThat(SOURCES.find("tr.forces").orElseThrow().kind()).isEqualTo(Source.Kind.OFFICIAL);
  }

  @Test
  void a09_descriptions_mean_somebody_in_texts_about_a_country() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2017, 9, 24));
    assertThat(ACTORS.meaning("country.forces", "sy", day).orElseThrow().name())
        .isEqualTo("Syrian Arab Army");
    assertThat(ACTORS.meaning("country.forces", "ua", day).orElseThrow().id()).isEqualTo("ua.forces");
    assertThat(ACTORS.meaning("country.coalition", "sy", day).orElseThrow().id())
        .isEqualTo("us.coalition");
    assertThat(ACTORS.meaning("country.coalition", "ye", day).orElseThrow().id())
        .isEqualTo("sa.coalition");
    assertThat(ACTORS.meaning("civilians", "sy", day)).isEmpty();
  }
}
