package org.sitrep.fusion;

import java.util.Locale;

/**
 * What comparing one field of two claims may give. A level says how far the two agree, never how much that
 * weighs; {@link Bits} has the weights. The words of some levels follow an amount ("3 days apart").
 */
enum Level {
  /** A person's ruling; nothing else counts beside it. */
  RULED_SAME("ruling", "ruled to be one"),
  RULED_APART("ruling", "ruled to be two"),

  SAME_KIND("type", "same kind"),
  KINDS_TOGETHER("type", "kinds that go together"),
  TWO_KINDS("type", "two kinds"),
  ONE_SPEAKER_TWO_KINDS("type", "one speaker names two kinds"),
  TWO_FAMILIES("type", "kinds of two families"),

  SAME_DAY("when", "same day"),
  DAYS_OVERLAP("when", "days that overlap", true),
  SAME_DAY_HERE("when", "same day, one document"),
  NEXT_DAY("when", "next day"),
  DAYS_APART("when", "days apart", true),
  BOTH_UNDATED_HERE("when", "both undated in one document"),
  ONE_UNDATED_HERE("when", "one document, one undated"),
  BACKGROUND("when", "one is long before the document"),
  BEFORE_THE_DAY("when", "reported before the day"),
  /** Amount: the length of the window in days. */
  REPORTED_DURING("when", "days that the other was published in or soon after", true),
  REPORTED_SOON("when", "days from the day to the other's publication", true),
  REPORTED_LATE("when", "days from the day to the other's publication", true),
  REPORTED_FAR("when", "days from the day to the other's publication", true),
  PUBLISHED_SOON("when", "days apart when published, both undated", true),
  PUBLISHED_LATE("when", "days apart when published, both undated", true),
  PUBLISHED_FAR("when", "days apart when published, both undated", true),
  ONE_UNDATED("when", "one undated"),
  UNDATED("when", "undated"),

  /** Amount: the wider radius in kilometres. */
  SAME_PLACE("where", "same place"),
  SAME_PLACE_HERE("where", "same place, one document"),
  OTHER_PLACE_HERE("where", "km apart by another name, one document", true),
  NEAR("where", "km apart", true),
  /** Amount: the wider radius in kilometres. */
  INSIDE("where", "one inside the other"),
  EDGE("where", "km apart", true),
  TOO_FAR("where", "km apart", true),
  NAMED_ALIKE("where", "one name, on no map"),
  NAMED_OTHERWISE("where", "on no map, named otherwise"),
  OTHER_GROUND_HERE("where", "other ground by name, one document"),
  UNSTATED_HERE("where", "one document, not stated"),
  UNSTATED("where", "not stated"),

  ONE_SPEAKER_TWO_MINDS("words", "one speaker is sure of one and not of the other"),
  A_FURTHER_ONE("words", "a further one is told of"),
  ONE_SPEAKER_A_FURTHER_ONE("words", "one speaker tells of a further one"),

  RARE_NAME("names", "a rare name in both"),
  RARE_NAMES("names", "rare names in both", true),

  SHARED_NAME("parties", "one name in both"),
  BOTH_SIDES("parties", "both sides"),
  REVERSED("parties", "attacker and attacked change places"),
  ONE_SPEAKER_TWO_DOERS("parties", "one speaker names two doers"),
  ONE_SIDE("parties", "one side"),
  ONE_SIDE_OTHER_DIFFERS("parties", "one side, the other differs"),
  DESCRIBED_ALIKE("parties", "described alike"),
  SIDES_DIFFER("parties", "both sides differ"),
  ONE_DIFFERS("parties", "one side differs"),
  NOT_COMPARABLE("parties", "not comparable"),

  ADJACENT("document", "characters apart in one document", true),
  NEIGHBOURING("document", "characters apart in one document", true),
  HEADLINE("document", "headline and body"),
  APART("document", "characters apart in one document", true),
  SAME_WORDS("document", "the same words"),
  TWO_DOCUMENTS("document", "two documents"),

  /** Amount: how many counts agree, less those that differ. */
  COUNTS_AGREE("content", "counts agree"),
  /** Amount: how many counts agree, less those that differ. */
  COUNTS_DIFFER("content", "counts differ");

  private static final Level[] ALL = values();

  private final String field;
  private final String words;
  private final boolean shown;

  Level(String field, String words) {
    this(field, words, false);
  }

  Level(String field, String words, boolean shown) {
    this.field = field;
    this.words = words;
    this.shown = shown;
  }

  /** "ruling", "type", "when", "where", "words", "names", "parties", "document", "content". */
  String field() {
    return field;
  }

  /** Its name in {@code fusion.yml}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it rules out that two claims are about one happening. */
  boolean isVeto() {
    return this == TWO_FAMILIES
        || this == DAYS_APART
        || this == BEFORE_THE_DAY
        || this == TOO_FAR
        || this == A_FURTHER_ONE
        || this == RULED_APART;
  }

  /** A level and its amount as one number, so that comparing makes no objects. */
  long with(double amount) {
    return (long) ordinal() << 32 | Integer.toUnsignedLong(Float.floatToRawIntBits((float) amount));
  }

  /** The level that a number holds. */
  static Level of(long found) {
    return ALL[(int) (found >>> 32)];
  }

  /** The amount that a number holds: days, kilometres, characters, or the number of a pair of kinds. */
  static double amount(long found) {
    return Float.intBitsToFloat((int) found);
  }

  /** "3 days apart". */
  String text(double amount) {
    return shown ? Math.round(amount) + " " + words : words;
  }
}
