package org.sitrep.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * English, from characters to trees: sentences, tokens, universal and Penn tags, lemmas, and Universal
 * Dependencies. Tags come from a greedy averaged perceptron, trees from a greedy arc-eager parser, both
 * trained on the English Web Treebank, GUM and made-up conflict news; {@link ParserTrainer} says how. Any
 * text gives trees; a sentence of more than 240 tokens is cut.
 *
 * <p>Immutable and thread-safe once loaded. Loading takes a fraction of a second and some tens of
 * megabytes, so callers load once and keep it.
 */
public final class English {

  private static final String MODEL = "english.model";

  private final Tags tags;
  private final Lexicon lexicon;
  private final Tagger tagger;
  private final Parser parser;
  private final Lemmatizer lemmatizer;
  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;

  private English(Model model) {
    this.tags = model.tags();
    this.lexicon = model.lexicon();
    this.tagger = new Tagger(model.tagger().toWeights(), tags);
    this.parser = new Parser(model.parser().toWeights(), tags);
    this.lemmatizer = new Lemmatizer(model.lemmas());
    Abbreviations abbreviations = Abbreviations.load();
    this.tokenizer = new Tokenizer(abbreviations);
    this.splitter = new SentenceSplitter(abbreviations);
  }

  /** The analyser over a given model. */
  static English of(Model model) {
    return new English(model);
  }

  /**
   * The analyser with the model of the class path.
   *
   * @throws UncheckedIOException if the model is damaged
   */
  public static English load() {
    try (InputStream in = English.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(MODEL + " is not on the class path");
      }
      return new English(Model.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(MODEL + " cannot be read", e);
    }
  }

  /**
   * The sentences of a stretch of text. No sentence reaches beyond it; a stretch of white space has none.
   *
   * @param document the whole text, into which the offsets of the tokens count
   * @param block the stretch to analyse, usually a paragraph
   */
  public List<SyntaxTree> analyse(String document, Span block) {
    char[] chars = new char[block.length()];
    document.getChars(block.start(), block.end(), chars, 0);
    TokenList tokens = new TokenList();
    tokenizer.tokenize(chars, chars.length, tokens);
    Workspace work = new Workspace(tags);
    List<SyntaxTree> trees = new ArrayList<>();
    for (int first = 0; first < tokens.size; ) {
      int next = splitter.end(chars, tokens, first);
      work.sentence.fill(chars, tokens, first, next);
      int n = next - first;
      int[] starts = new int[n];
      int[] ends = new int[n];
      String[] forms = new String[n];
      for (int i = 0; i < n; i++) {
        int from = tokens.from[first + i];
        starts[i] = block.start() + from;
        ends[i] = block.start() + tokens.to[first + i];
        forms[i] = new String(chars, from, tokens.to[first + i] - from);
      }
      trees.add(parse(work, starts, ends, forms));
      first = next;
    }
    return trees;
  }

  /**
   * Where the sentences of a stretch of text are, as {@link #analyse} finds them, for callers who need no
   * trees: nothing is loaded for it.
   *
   * @param document the whole text, into which the spans count
   * @param block the stretch, usually a paragraph
   */
  public static List<Span> sentences(String document, Span block) {
    char[] chars = new char[block.length()];
    document.getChars(block.start(), block.end(), chars, 0);
    TokenList tokens = new TokenList();
    Splitting.TOKENIZER.tokenize(chars, chars.length, tokens);
    List<Span> sentences = new ArrayList<>();
    for (int first = 0; first < tokens.size; ) {
      int next = Splitting.SPLITTER.end(chars, tokens, first);
      sentences.add(new Span(block.start() + tokens.from[first], block.start() + tokens.to[next - 1]));
      first = next;
    }
    return sentences;
  }

  /** What cutting a text into sentences takes. */
  private static final class Splitting {
    private static final Abbreviations ABBREVIATIONS = Abbreviations.load();
    private static final Tokenizer TOKENIZER = new Tokenizer(ABBREVIATIONS);
    private static final SentenceSplitter SPLITTER = new SentenceSplitter(ABBREVIATIONS);
  }

  /**
   * The tree over given tokens of one sentence.
   *
   * @param starts where each token starts; taken over as they are
   * @param ends where each token ends
   * @param forms the tokens, none of them empty
   */
  public SyntaxTree parse(int[] starts, int[] ends, String[] forms) {
    Workspace work = new Workspace(tags);
    work.sentence.fill(forms);
    return parse(work, starts, ends, forms);
  }

  private SyntaxTree parse(Workspace work, int[] starts, int[] ends, String[] forms) {
    Sentence s = work.sentence;
    s.prepare(lexicon);
    tagger.tag(s, work);
    parser.parse(work);
    int n = forms.length;
    Configuration c = work.configuration;
    String[] lemmas = new String[n];
    Upos[] upos = new Upos[n];
    String[] xpos = new String[n];
    int[] heads = new int[n];
    String[] relations = new String[n];
    for (int i = 0; i < n; i++) {
      int tag = s.tag[i + 1];
      upos[i] = tags.upos()[tag];
      xpos[i] = tags.xpos()[tag];
      heads[i] = c.head[i + 1] == c.root ? SyntaxTree.NO_HEAD : c.head[i + 1] - 1;
      relations[i] = tags.names()[c.label[i + 1]];
      lemmas[i] = lemmatizer.lemma(forms[i], upos[i], xpos[i]);
    }
    return new SyntaxTree(starts, ends, forms, lemmas, upos, xpos, heads, relations);
  }
}
