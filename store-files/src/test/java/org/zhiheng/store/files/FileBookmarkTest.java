package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.examine.MarkFeed;

/// Bookmarks of several readers in one folder.
final class FileBookmarkTest {

  private static final MarkFeed.Point POINT = new MarkFeed.Point("store", 7, 12);

  @Test
  void isEmptyUntilItIsWrittenAndAfterItIsForgotten(@TempDir Path folder) throws IOException {
    FileBookmark bookmark = FileBookmark.in(folder);
    assertThat(bookmark.read()).isEmpty();
    bookmark.write(POINT);
    assertThat(FileBookmark.in(folder).read()).contains(POINT);
    bookmark.forget();
    assertThat(bookmark.read()).isEmpty();
  }

  @Test
  void keepsReadersApart(@TempDir Path folder) throws IOException {
    FileBookmark.in(folder).write(POINT);
    FileBookmark figures = FileBookmark.of(folder, "figures-1");
    assertThat(figures.read()).isEmpty();

    MarkFeed.Point further = new MarkFeed.Point("store", 9, 1);
    figures.write(further);

    assertThat(FileBookmark.in(folder).read()).contains(POINT);
    assertThat(FileBookmark.of(folder, "figures-1").read()).contains(further);
    assertThat(FileBookmark.of(folder, "figures-2").read()).isEmpty();
  }

  @Test
  void refusesANameThatLeavesTheFolder(@TempDir Path folder) {
    assertThatThrownBy(() -> FileBookmark.of(folder, "../x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
