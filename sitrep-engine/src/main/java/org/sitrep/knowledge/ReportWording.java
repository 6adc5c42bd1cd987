package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code report.yml}: the wording of the situation report. Templates name their slots in braces; the file
 * explains them. Immutable and thread-safe.
 *
 * @param left how it is said that sentences of no certain day were left out, one and several
 * @param sections in the order of the report
 * @param happenings for each kind, templates from the fullest to the barest
 * @param notHappenings the same for what the teller says did not happen
 * @param statements for each certainty, how a speaker is quoted
 * @param verbs singular and plural of each verb slot
 * @param inFeatures features of places that take "in"
 * @param articleKinds kinds of parties that take the article
 * @param afterHead words before which the head of a description ends ("activists in the city")
 * @param many heads of descriptions and names that take the plural, wherever they stand
 * @param one heads that end in "s" and take the singular
 * @param directions words that before "of" say on which side of a place; they take no preposition
 * @param bare how a common noun that begins a place's words is told ("town of X"), and a direction as a place
 */
public record ReportWording(
    int version,
    String title,
    String empty,
    String sourcesTitle,
    List<String> left,
    List<Section> sections,
    Map<String, List<String>> happenings,
    Map<String, List<String>> notHappenings,
    String otherwise,
    String by,
    String to,
    String placeIn,
    String placeAt,
    Set<String> inFeatures,
    Set<String> articleKinds,
    String article,
    Map<String, String> statements,
    String said,
    String notSaid,
    String deniesIt,
    String notSo,
    Map<String, List<String>> verbs,
    String losses,
    Map<String, String> fates,
    List<String> people,
    List<String> numbers,
    Map<String, String> ranges,
    String join,
    String through,
    String reportOf,
    Set<String> afterHead,
    Set<String> many,
    Set<String> one,
    Set<String> directions,
    Map<String, String> bare,
    String noPlace,
    String period,
    Map<String, String> contradictions,
    String versionOf,
    Map<String, String> control,
    String nobody) {

  public ReportWording {
    left = List.copyOf(left);
    sections = List.copyOf(sections);
    happenings = Map.copyOf(happenings);
    notHappenings = Map.copyOf(notHappenings);
    inFeatures = Set.copyOf(inFeatures);
    articleKinds = Set.copyOf(articleKinds);
    statements = Map.copyOf(statements);
    verbs = Map.copyOf(verbs);
    fates = Map.copyOf(fates);
    afterHead = Set.copyOf(afterHead);
    many = Set.copyOf(many);
    one = Set.copyOf(one);
    directions = Set.copyOf(directions);
    bare = Map.copyOf(bare);
    people = List.copyOf(people);
    numbers = List.copyOf(numbers);
    ranges = Map.copyOf(ranges);
    contradictions = Map.copyOf(contradictions);
    control = Map.copyOf(control);
  }

  /** That so many sentences of no certain day were left out. */
  public String leftOut(int sentences) {
    return (sentences == 1 ? left.getFirst() : left.getLast()).replace("{count}", Integer.toString(sentences));
  }

  /**
   * A part of the report.
   *
   * @param id what the report calls it
   * @param title its heading
   * @param types kinds of happenings told there
   */
  public record Section(String id, String title, List<String> types) {
    public Section {
      types = List.copyOf(types);
    }
  }

  static ReportWording load(Path pack) {
    return YamlRecord.read(pack.resolve("report.yml"), ReportWording.class);
  }
}
