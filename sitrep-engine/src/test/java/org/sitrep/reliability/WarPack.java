package org.sitrep.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sitrep.knowledge.Knowledge;

/** A knowledge pack about the made-up war, beside the common one of the repository. */
final class WarPack {

  private static final Map<String, String> VOICE = Map.of("loyal", "army", "insurgent", "rebels", "caliphate", "caliphate");

  private WarPack() {}

  /** Writes the pack, with sources and their blocs, below a directory and loads it. */
  static Knowledge load(Path home, Path scratch, Map<String, String> outlets, Map<String, String> holders) throws IOException {
    Path packs = Files.createDirectories(scratch.resolve("knowledge"));
    if (!Files.exists(packs.resolve("common"))) {
      Files.createSymbolicLink(packs.resolve("common"), home.resolve("knowledge/common").toAbsolutePath().normalize());
    }
    Path pack = Files.createDirectories(packs.resolve("war"));
    Files.createDirectories(pack.resolve("actors"));
    Files.writeString(pack.resolve("actors/war.csv"), """
        id,name,kind,from,until,origin
        army,Army of the War,FORCE,,,test
        empire,Empire of the War,FORCE,,,test
        rebels,Rebels of the War,GROUP,,,test
        league,League of the War,FORCE,,,test
        caliphate,Caliphate of the War,GROUP,,,test
        """);
    Files.writeString(pack.resolve("affiliations.csv"), """
        actor,relation,other,from,until,origin
        empire,ally_of,army,,,test
        league,ally_of,rebels,,,test
        rebels,opposed_to,army,,,test
        rebels,opposed_to,empire,,,test
        league,opposed_to,army,,,test
        league,opposed_to,empire,,,test
        caliphate,opposed_to,*,,,test
        """);
    StringBuilder sources = new StringBuilder("id,name,kind,actor,host,origin\n");
    outlets.forEach((name, bloc) -> row(sources, name, "OUTLET", bloc));
    holders.forEach((name, bloc) -> row(sources, name, "AGENCY", bloc));
    Files.writeString(pack.resolve("sources.csv"), sources);
    return Knowledge.load(scratch, List.of("war"));
  }

  private static void row(StringBuilder rows, String name, String kind, String bloc) {
    rows.append(String.join(",", name.replace(' ', '-'), name, kind, VOICE.getOrDefault(bloc, ""), "", "test")).append('\n');
  }
}
