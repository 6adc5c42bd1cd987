package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Interest;
import org.sitrep.flow.Issue;

import static org.assertj.core.api.Assertions.assertThat;

class ActorCheckTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  @Test
  void a01_our_packs_are_clean() {
    Knowledge knowledge = Knowledge.load(HOME, List.of("syria"));
    assertThat(knowledge.checkActors()).isEmpty();
  }

  @Test
  void b01_one_name_for_two_parties_an_unknown_id_and_a_city_are_reported(@TempDir Path pack)
      throws IOException {
    Files.createDirectories(pack.resolve("actors"));
    Files.writeString(
        pack.resolve("actors/groups.csv"),
        """
        id,name,kind,from,until,origin
        red,Red Front,GROUP,2015,2016,test
        blue,Red Front,GROUP,2016-06,,test
        green,Red Front,GROUP,,2014,test
        city,Springfield,GROUP,,,test
        """);
    Files.writeString(
        pack.resolve("affiliations.csv"),
        """
        actor,relation,other,from,until,origin
        red,ally_of,nobody,,,test
        """);
    Actors actors = Actors.load(List.of(HOME.resolve("knowledge/common"), pack));

    assertThat(new ActorCheck(actors, Set.of("Springfield")).run())
        .extracting(Issue::message)
        .contains(
            "\"Red Front\" names both red and blue on the same days",
            "no actor \"nobody\"; add it to actors/*.csv",
            "\"Springfield\" (city) is also the name of a country or city")
        .noneMatch(m -> m.contains("green"));
  }

  @Test
  void c01_friend_and_foe_on_one_day_and_parts_of_themselves_are_reported_and_stay_defined(@TempDir Path pack)
      throws IOException {
    Files.createDirectories(pack.resolve("actors"));
    Files.writeString(
        pack.resolve("actors/groups.csv"),
        """
        id,name,kind,from,until,origin
        red,Red Front,GROUP,,,test
        blue,Blue Front,GROUP,,,test
        green,Green Front,GROUP,,,test
        """);
    Files.writeString(
        pack.resolve("affiliations.csv"),
        """
        actor,relation,other,from,until,origin
        red,ally_of,blue,2015,2016,test
        blue,opposed_to,red,2016-06,,test
        red,opposed_to,green,2012,2014,test
        green,ally_of,red,2015,,test
        red,part_of,blue,2020,2022,test
        blue,part_of,green,2021,2023,test
        green,part_of,red,2021-05,2021-06,test
        """);
    Actors actors = Actors.load(List.of(HOME.resolve("knowledge/common"), pack));

    assertThat(new ActorCheck(actors, Set.of()).run())
        .extracting(Issue::message)
        .anyMatch(m -> m.startsWith("blue is opposed to red on days on which red is ally_of blue (line 2)"))
        .anyMatch(m -> m.contains("is part of itself by way of"))
        .noneMatch(m -> m.startsWith("red is opposed to green"));
    LocalDate both = LocalDate.parse("2016-07-01");
    assertThat(actors.interest("red", "blue", both)).isEqualTo(Interest.AGAINST_INTEREST);
    LocalDate ring = LocalDate.parse("2021-05-15");
    assertThat(List.of(actors.side("red", ring), actors.side("blue", ring), actors.side("green", ring))).containsOnly("blue");
  }
}
