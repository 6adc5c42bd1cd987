package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** What the commands about the ground say where there is little to go by, or too much. */
class GroundCommandsTest {

  @TempDir private Path dir = Path.of("");

  private Path empty() {
    Path store = dir.resolve("empty.duckdb");
    Store.open(store).close();
    return store;
  }

  @Test
  void A01_aMapOfNothingIsOfNoDay() {
    Bench.Result map = Bench.run("map", "--store", empty().toString());
    assertThat(map.exit()).isEqualTo(Exit.OK);
    assertThat(map.out()).contains("<title>Control, zones and distances</title>", "Illustration.").doesNotContain("1970");
    assertThat(String.join("\n", map.err())).contains("nothing to draw");
    assertThat(Bench.run("map", "--at", "2017-09-20", "--store", empty().toString()).out())
        .contains("<title>Control, zones and distances, 2017-09-20</title>", "Illustration, as of 2017-09-20.");
  }

  @Test
  void B01_affiliationsThatContradictEachOtherAreNamedWhereTheyBear() throws IOException {
    Path home = dir.resolve("home");
    Path packs = Files.createDirectories(home.resolve("knowledge"));
    for (String pack : List.of("common", "syria")) {
      Files.createSymbolicLink(packs.resolve(pack), Bench.HOME.resolve("knowledge").resolve(pack));
    }
    Path torn = Files.createDirectories(packs.resolve("torn"));
    Files.writeString(
        torn.resolve("affiliations.csv"),
        """
        actor,relation,other,from,until,origin
        sdf,ally_of,isis,,,test
        isis,part_of,sdf,,,test
        """);
    Path text = Files.writeString(dir.resolve("page.txt"), "Rebels captured Maadan on 9 September 2017.\n");
    String store = dir.resolve("s.duckdb").toString();
    for (Bench.Result said :
        List.of(
            Bench.runAt(home, "read", text.toString(), "--store", store),
            Bench.runAt(home, "proximity", "--store", store),
            Bench.runAt(home, "map", "--store", store))) {
      assertThat(said.exit()).isEqualTo(Exit.OK);
      assertThat(said.err()).anyMatch(l -> l.contains("affiliations.csv:") && l.contains("is opposed to") && l.contains("isis"));
    }
    assertThat(Bench.run("proximity", "--store", store).err()).noneMatch(l -> l.contains("affiliations.csv"));
  }
}
