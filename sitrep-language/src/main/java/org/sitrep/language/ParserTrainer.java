package org.sitrep.language;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the model: word clusters of plain text and treebanks, a tagger, then a parser over the tags that taggers
 * give which have not seen the sentence (five-fold jackknifing). It learns from the treebanks, from variations
 * of their sentences, and from made-up sentences in the manner of conflict news, which treebanks of general
 * English lack; those are made by the grammar in {@code register.txt}. The parser is trained twice, the
 * second time on the features alone that were often of use the first time.
 *
 * <pre>
 * java -Xmx6g -cp CLASSES org.sitrep.language.ParserTrainer TREEBANKS CORPORA MODEL
 * </pre>
 *
 * {@code CLASSES} are those of this module and of sitrep-model. {@code TREEBANKS} holds {@code
 * ewt-train.conllu.xz} and {@code gum-train.conllu.xz}; the {@code text} fields of the JSON lines files in
 * {@code CORPORA} are the plain text. It takes five minutes of processor time. The same input gives the same
 * file. These properties change what is made: {@code train}, the treebanks; {@code register}, the number of
 * made-up sentences; {@code first} and {@code epochs}, passes of the parser's two trainings; {@code tleast} and
 * {@code least}, updates that a feature of the tagger and the parser must have had; {@code tdrop} and {@code
 * drop}, the sizes up to which weights are left out (of 127).
 */
public final class ParserTrainer {

  private static final long SEED = 20160917L;
  private static final int MADE_UP = 4000;

  private ParserTrainer() {}

  public static void main(String[] args) throws IOException {
    Path treebanks = Path.of(args[0]);
    Path corpora = Path.of(args[1]);
    Path out = Path.of(args[2]);
    int first = Integer.getInteger("first", 4);
    int epochs = Integer.getInteger("epochs", 10);
    int least = Integer.getInteger("least", 5);
    List<GoldTree> gold = new ArrayList<>();
    LemmaBuilder lemmas = new LemmaBuilder();
    for (String name : System.getProperty("train", "ewt-train,gum-train").split(",")) {
      for (Conllu.Sentence s : Conllu.read(treebanks.resolve(name + ".conllu.xz"))) {
        gold.add(GoldTree.of(s, gold.size()));
        lemmas.count(s);
      }
    }
    List<String[]> text = new ArrayList<>(Corpus.read(corpora));
    log("%d sentences of plain text", text.size());
    gold.forEach(t -> text.add(Augmentation.joinNames(t).forms()));
    lemmas.irregular(Lines.read("irregular-verbs.txt"));
    int written = gold.size();
    gold.addAll(Register.load(SEED).sentences(Integer.getInteger("register", MADE_UP), written));
    List<GoldTree> trees = new Augmentation(SEED).apply(gold);
    log("%d sentences, %d with variations", gold.size(), trees.size());
    Alphabets alphabets = Alphabets.of(trees);
    log("%d tags, %d relations", alphabets.tags().size(), alphabets.relations().size());
    Clusters clusters = Clustering.of(text);
    log("%d words in clusters", clusters.facts().size());
    TaggerTrainer taggers = new TaggerTrainer(alphabets, clusters, SEED, written);
    int[][] tags = taggers.jackknife(trees);
    log("tagged");
    TaggerTrainer.Trained tagger = taggers.train(trees, Integer.getInteger("tleast", 3));
    log("tagger: %d features", tagger.weights().size());
    TransitionTrainer transitions = new TransitionTrainer(alphabets, tagger.lexicon(), SEED);
    int classes = new Configuration(alphabets.relations().size()).classes();
    TrainingWeights parser = new TrainingWeights(classes);
    transitions.train(parser, trees, tags, first);
    int[] kept = parser.listUpdated(least);
    log("%d of %d features kept", kept.length, parser.size());
    if (epochs > 0) {
      parser = new TrainingWeights(classes, kept);
      transitions.train(parser, trees, tags, epochs);
    }
    Model model =
        new Model(
            alphabets.toTags(),
            tagger.lexicon(),
            tagger.weights().quantize(Integer.getInteger("tdrop", 9)),
            parser.quantize(Integer.getInteger("drop", 19)),
            lemmas.build(text));
    try (OutputStream file = Files.newOutputStream(out)) {
      model.write(file);
    }
    log("%s: %d bytes", out, Files.size(out));
  }

  private static void log(String message, Object... args) {
    System.err.printf(Locale.ROOT, message + "%n", args);
  }
}
