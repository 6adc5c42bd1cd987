package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.English;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "parse",
    description = "Prints tokens, tags, lemmas and dependency trees as CoNLL-U; nothing is stored.",
    footer = {
      "",
      "Examples:",
      "  sitrep parse article.txt",
      "  sitrep parse --tokens gold.conllu    given sentences and tokens, the rest predicted"
    })
final class ParseCommand implements Callable<Integer> {

  private static final Pattern PARAGRAPH = Pattern.compile("\\S.*?(?=\\n[ \\t\\r]*\\n|\\s*\\z)", Pattern.DOTALL);

  @ParentCommand private SitrepCommand sitrep;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Running text, or - for standard input.")
  private @Nullable Path file;

  @Option(names = "--tokens", paramLabel = "FILE", description = "CoNLL-U whose tokens are kept.")
  private @Nullable Path tokens;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ParseCommand() {}

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (tokens == null)) {
      throw new UsageException("name either a FILE of running text or --tokens FILE.conllu");
    }
    Console console = sitrep.console();
    Path input = file != null ? file : tokens;
    if (input != null && !input.toString().equals("-")) {
      String trouble =
          Files.isDirectory(input)
              ? "a directory, no file"
              : Files.isReadable(input) ? "" : "no such file, or it may not be read";
      if (!trouble.isEmpty()) {
        console.warn(input + ": " + trouble);
        return Exit.NO_INPUT;
      }
    }
    English english = English.load();
    if (tokens != null) {
      new TokenFile(english).parse(tokens, console);
    } else if (file != null) {
      text(english, file, console);
    }
    return Exit.OK;
  }

  private static void text(English english, Path file, Console console) throws IOException {
    byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      throw new UsageException(file + ": binary, no running text");
    }
    int sentence = 0;
    for (Span paragraph : paragraphs(text)) {
      for (SyntaxTree tree : english.analyse(text, paragraph)) {
        console.line("# sent_id = " + ++sentence);
        console.line("# text = " + Tables.oneLine(tree.span().of(text)));
        console.out().print(tree.toConllu());
      }
    }
    console.out().flush();
  }

  /** Stretches between blank lines. */
  private static List<Span> paragraphs(String text) {
    List<Span> found = new ArrayList<>();
    Matcher m = PARAGRAPH.matcher(text);
    while (m.find()) {
      found.add(new Span(m.start(), m.end()));
    }
    return found;
  }
}
