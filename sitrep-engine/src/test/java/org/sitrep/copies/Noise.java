package org.sitrep.copies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sitrep.copies.InventedPress.Dispatch;
import org.sitrep.copies.InventedPress.Said;

/** What reprinting does to a dispatch, way by way. */
enum Noise {
  VERBATIM,
  WORDS_5,
  WORDS_10,
  WORDS_20,
  WORDS_30,
  SLIPS,
  CUT_SENTENCES,
  FIRST_PARAGRAPHS,
  ADDED,
  DATELINE,
  MARKS,
  NUMBER,
  MIXED;

  private static final String[] WORDS = {
    "heavily", "reportedly", "again", "local", "armed", "late", "several", "large", "some", "nearby", "violent", "early",
    "troops", "units", "struck", "targeted", "houses", "area", "militants", "residents", "new", "amid", "during", "over"
  };

  /** Id in figures. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The dispatch as another outlet prints it. */
  Dispatch reprint(Dispatch of, String outlet, InventedPress press, Random random) {
    List<Said> said = new ArrayList<>();
    int shift = this == DATELINE ? 1 + random.nextInt(2) : random.nextInt(2);
    int changed = random.nextInt(of.said().size());
    for (int i = 0; i < of.said().size(); i++) {
      said.add(said(of.said().get(i), i == changed, shift, random));
    }
    if (this == FIRST_PARAGRAPHS || (this == MIXED && random.nextBoolean())) {
      said = new ArrayList<>(said.subList(0, (said.size() + 1) / 2));
    }
    if (this == ADDED || (this == MIXED && random.nextBoolean())) {
      for (Said more : press.dispatch(outlet, of.published()).said()) {
        if (said.size() <= of.said().size() + 2) {
          said.add(random.nextInt(said.size() + 1), more);
        }
      }
    }
    return new Dispatch(outlet, of.published().plusDays(shift), id(), said);
  }

  private Said said(Said of, boolean chosen, int shift, Random random) {
    String words = of.words();
    int number = of.number();
    LocalDate day = of.day();
    switch (this) {
      case WORDS_5 -> words = edited(words, 5, random);
      case WORDS_10 -> words = edited(words, 10, random);
      case WORDS_20 -> words = edited(words, 20, random);
      case WORDS_30 -> words = edited(words, 30, random);
      case SLIPS -> words = slips(words, random);
      case CUT_SENTENCES -> words = cut(words, random);
      case DATELINE -> day = words.contains(" today") || words.contains(" yesterday") ? shifted(day, shift) : day;
      case MARKS -> words = marks(words, random);
      case NUMBER -> number = chosen && number > 0 ? number + 1 + random.nextInt(9) : number;
      case MIXED -> words = slips(edited(marks(words, random), 8, random), random);
      default -> { }
    }
    if (number != of.number()) {
      words = words.replaceFirst("\\b" + of.number() + "\\b", Integer.toString(number));
    }
    return new Said(of.kind(), words, of.place(), of.doer(), of.target(), number, day, of.truth());
  }

  private static LocalDate shifted(LocalDate day, int by) {
    return day.equals(LocalDate.MIN) ? day : day.plusDays(by);
  }

  /** Some of the plain words are exchanged, left out, or have another before them. */
  private static String edited(String words, int percent, Random random) {
    StringBuilder edited = new StringBuilder();
    for (String word : words.split(" ")) {
      boolean plain = Character.isLowerCase(word.charAt(0)) && !word.equals("today") && !word.equals("yesterday");
      int roll = plain && random.nextInt(100) < percent ? random.nextInt(4) : -1;
      String other = WORDS[random.nextInt(WORDS.length)];
      String put = switch (roll) {
        case 0, 1 -> other;
        case 2 -> "";
        case 3 -> other + " " + word;
        default -> word;
      };
      edited.append(put.isEmpty() || edited.isEmpty() ? "" : " ").append(put);
    }
    return edited.toString();
  }

  /** One letter in one word of twelve is read wrong, in names, too. */
  private static String slips(String words, Random random) {
    StringBuilder read = new StringBuilder(words);
    for (int at = 1; at < read.length(); at++) {
      if (Character.isLetter(read.charAt(at)) && random.nextInt(70) == 0) {
        read.setCharAt(at, (char) ('a' + random.nextInt(26)));
      }
    }
    return read.toString();
  }

  private static String cut(String words, Random random) {
    String[] all = words.split(" ");
    int keep = Math.max(6, all.length * (55 + random.nextInt(45)) / 100);
    return String.join(" ", List.of(all).subList(0, Math.min(keep, all.length)));
  }

  private static String marks(String words, Random random) {
    StringBuilder marked = new StringBuilder();
    for (String word : words.split(" ")) {
      String put = switch (random.nextInt(9)) {
        case 0 -> "“" + word + "”";
        case 1 -> "&quot;" + word + "&quot;";
        case 2 -> word + "&nbsp;";
        case 3 -> word.length() > 5 ? word.substring(0, 4) + "\u00AD" + word.substring(4) : word;
        default -> word;
      };
      marked.append(marked.isEmpty() ? "" : " ").append(put);
    }
    return marked.toString();
  }
}
