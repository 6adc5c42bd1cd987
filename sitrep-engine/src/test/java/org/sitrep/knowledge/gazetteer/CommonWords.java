package org.sitrep.knowledge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.PlaceWords.Kind;
import org.sitrep.knowledge.Places;

/**
 * Lists the English words that are common or that some place is called too, so that a capital letter at the start of a
 * sentence or in a headline makes no place of them:
 *
 * <pre>CommonWords HOME TREEBANK.conllu...</pre>
 *
 * A word counts when the treebanks have it at least twice, or five times where no place is called so,
 * and more often than as a name. Writes {@code
 * knowledge/common/place-words/common-words.csv}.
 */
public final class CommonWords {

  private static final int LEAST = 2;
  private static final int OFTEN = 5;
  private static final List<Kind> NO_NAMES = List.of(Kind.ARTICLE, Kind.HEAD, Kind.TYPE);

  private CommonWords() {}

  /** Runs the generator. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Map<String, int[]> counts = new HashMap<>();
    for (String file : List.of(args).subList(1, args.length)) {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] columns = line.split("\t");
        if (columns.length > 4 && columns[1].length() > 2) {
          int[] count = counts.computeIfAbsent(columns[1].toLowerCase(Locale.ROOT), w -> new int[2]);
          count[columns[3].equals("PROPN") ? 1 : 0]++;
        }
      }
    }
    Places places = Knowledge.load(home, List.of("syria")).places();
    TreeSet<String> words = new TreeSet<>();
    counts.forEach(
        (word, count) -> {
          if (count[0] >= LEAST && count[0] > count[1] && isWanted(places, word, count[0])) {
            words.add(word);
          }
        });
    StringBuilder out = new StringBuilder("# Made by CommonWords from UD English EWT and GUM.\n");
    out.append("word,kind,feature,value\n");
    words.forEach(word -> out.append(word).append(",never,,\n"));
    Files.writeString(home.resolve("knowledge/common/place-words/common-words.csv"), out);
  }

  private static boolean isWanted(Places places, String word, int count) {
    return word.chars().allMatch(Character::isLetter)
        && NO_NAMES.stream().noneMatch(kind -> places.words().is(kind, word))
        && (count >= OFTEN || !places.listCandidates(word).isEmpty())
        && places.listExact(word).stream().noneMatch(c -> isLarge(c.place()));
  }

  private static boolean isLarge(Place place) {
    return place.feature().isDivision() || place.population() > 300_000;
  }
}
