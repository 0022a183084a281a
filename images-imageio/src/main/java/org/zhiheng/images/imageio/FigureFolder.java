package org.zhiheng.images.imageio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.FigureHit;
import org.zhiheng.similarity.figure.FigureShelf;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.figure.Pictures;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Compares all pictures of one folder with all pictures of another.
public final class FigureFolder {

  private final Pictures pictures;
  private final PictureLimits limits;

  /// Reads by this port, within these limits.
  public FigureFolder(Pictures pictures, PictureLimits limits) {
    this.pictures = pictures;
    this.limits = limits;
  }

  /// The nearest pictures of the corpus for each query. Hidden files are passed over; all others
  /// are read, at any depth. The answer does not depend on the number of threads.
  ///
  /// @param top at least 1
  /// @param threads at least 1 A file that cannot be read is a problem like one that is refused:
  ///   the others are compared.
  ///
  /// @throws IOException when a folder cannot be read
  public FolderMatches search(Path corpus, Path queries, int top, int threads) throws IOException {
    List<Problem> problems = new ArrayList<>();
    FigureShelf shelf = new FigureShelf();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Path> files = files(corpus);
      List<Parsed<Figure>> figures = each(pool, files, file -> read(file));
      for (int i = 0; i < files.size(); i++) {
        String name = name(corpus, files.get(i));
        switch (figures.get(i)) {
          case Parsed.Ok<Figure> ok -> shelf.add(name, ok.value());
          case Parsed.Refused<Figure> refused -> problems.add(refused.problem().at(name));
        }
      }
      List<Path> asked = files(queries);
      List<Parsed<List<FigureHit>>> answers =
          each(pool, asked, file -> read(file).map(figure -> shelf.nearest(figure, top)));
      List<FolderMatches.Row> rows = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        String name = name(queries, asked.get(i));
        switch (answers.get(i)) {
          case Parsed.Refused<List<FigureHit>> refused -> problems.add(refused.problem().at(name));
          case Parsed.Ok<List<FigureHit>> ok -> {
            int rank = 0;
            for (FigureHit hit : ok.value()) {
              rank++;
              rows.add(new FolderMatches.Row(name, rank, hit));
            }
          }
        }
      }
      return new FolderMatches(rows, problems);
    }
  }

  private Parsed<Figure> read(Path file) {
    try {
      return decoded(file);
    } catch (IOException unreadable) {
      return Parsed.refused(
          "picture-unreadable",
          unreadable.getClass().getSimpleName(),
          "The file cannot be opened: may it be read, and is it still there?");
    }
  }

  private Parsed<Figure> decoded(Path file) throws IOException {
    long size = Files.size(file);
    if (size > limits.bytesMax()) {
      return Parsed.refused(
          "picture-too-large",
          size + " bytes",
          "A picture has at most " + limits.bytesMax() + " bytes.");
    }
    return switch (pictures.read(Files.readAllBytes(file), limits)) {
      case Parsed.Ok<org.zhiheng.similarity.figure.Picture> ok -> Figures.read(ok.value());
      case Parsed.Refused<org.zhiheng.similarity.figure.Picture> refused ->
          new Parsed.Refused<>(refused.problem());
    };
  }

  /// What is done with one file.
  private interface Work<T> {
    T of(Path file) throws IOException;
  }

  private static <T> List<T> each(ExecutorService pool, List<Path> files, Work<T> work)
      throws IOException {
    List<Future<T>> tasks = new ArrayList<>();
    for (Path file : files) {
      Callable<T> task = () -> work.of(file);
      tasks.add(pool.submit(task));
    }
    List<T> done = new ArrayList<>();
    try {
      for (Future<T> task : tasks) {
        done.add(task.get());
      }
      return done;
    } catch (ExecutionException failed) {
      pool.shutdownNow();
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("stopped while reading " + files.size() + " files", stopped);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted(java.util.Comparator.comparing(file -> name(folder, file)))
          .toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
