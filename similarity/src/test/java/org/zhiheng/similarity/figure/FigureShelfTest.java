package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;

final class FigureShelfTest {

  @Test
  void anEmptyShelfHasNothing() {
    assertThat(new FigureShelf().nearest(figure(1), 5)).isEmpty();
  }

  @Test
  void equalsComeInTheOrderTheyWerePut() {
    FigureShelf shelf = new FigureShelf();
    shelf.add("other", figure(2));
    shelf.add("b", figure(1));
    shelf.add("a", figure(1));

    List<FigureHit> hits = shelf.nearest(figure(1), 5);

    assertThat(hits).extracting(FigureHit::key).containsExactly("b", "a", "other");
    assertThat(hits.get(0).score()).isEqualTo(hits.get(1).score()).isGreaterThan(0.97);
    assertThat(shelf.count()).isEqualTo(3);
  }

  @Test
  void refusesToAnswerWithNothing() {
    assertThatThrownBy(() -> new FigureShelf().nearest(figure(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("top must be > 0: 0");
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    FigureShelf shelf = new FigureShelf();
    List<Figure> figures = new ArrayList<>();
    for (int number = 0; number < 70; number++) {
      figures.add(figure(number));
      shelf.add("figure " + number, figures.getLast());
    }
    List<List<FigureHit>> alone = new ArrayList<>();
    for (Figure figure : figures.subList(0, 12)) {
      alone.add(shelf.nearest(figure, 5));
    }

    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Callable<List<FigureHit>>> tasks = new ArrayList<>();
      for (Figure figure : figures.subList(0, 12)) {
        tasks.add(() -> shelf.nearest(figure, 5));
      }
      List<List<FigureHit>> together = new ArrayList<>();
      for (Future<List<FigureHit>> done : pool.invokeAll(tasks)) {
        together.add(done.get());
      }
      assertThat(together).isEqualTo(alone);
    }
  }

  private static Figure figure(int number) {
    return Sketch.read(Sketch.image(Sketch.figure(Seed.of(number).random()), 160));
  }
}
