package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
