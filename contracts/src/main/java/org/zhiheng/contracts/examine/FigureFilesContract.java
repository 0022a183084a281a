package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every implementation of [FigureFiles] keeps to.
public abstract class FigureFilesContract {

  /// More than an implementation reads at a time.
  private static final int MANY = 1203;

  private static final NamedBytes FEATURES =
      new NamedBytes("figure-1", new byte[] {0, 1, -128, 127});

  /// The files under test, of the same store in one test.
  protected abstract FigureFiles files();

  /// An organisation without figures.
  protected abstract OrganisationId newOrganisation();

  private static Digest picture(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<FigureFiles.Filed> each(OrganisationId owner) {
    List<FigureFiles.Filed> all = new ArrayList<>();
    files().each(owner, all::add);
    return all;
  }

  @Test
  protected void knowsWhatAnOrganisationAskedAboutOrFiled() {
    OrganisationId ours = newOrganisation();
    OrganisationId theirs = newOrganisation();
    files().asked(ours, picture("asked"));
    files().asked(ours, picture("asked"));
    files().keep(ours, new RightId(2), picture("filed"), FEATURES);

    assertThat(files().knows(ours, picture("asked"))).isTrue();
    assertThat(files().knows(ours, picture("filed"))).isTrue();
    assertThat(files().knows(ours, picture("other"))).isFalse();
    assertThat(files().knows(theirs, picture("asked"))).isFalse();
    assertThat(files().knows(theirs, picture("filed"))).isFalse();
  }

  @Test
  protected void givesAllInTheOrderOfRights() {
    OrganisationId owner = newOrganisation();
    files().keep(owner, new RightId(11), picture("c"), FEATURES);
    files().keep(owner, new RightId(2), picture("b"), FEATURES);
    files().keep(owner, new RightId(2), picture("a"), new NamedBytes("figure-2", new byte[0]));

    assertThat(each(owner))
        .extracting(FigureFiles.Filed::right)
        .containsExactly(new RightId(2), new RightId(2), new RightId(11));
    assertThat(files().of(owner, new RightId(2)))
        .containsExactlyInAnyOrder(
            new FigureFiles.Filed(new RightId(2), picture("b"), FEATURES),
            new FigureFiles.Filed(
                new RightId(2), picture("a"), new NamedBytes("figure-2", new byte[0])));
    assertThat(files().of(owner, new RightId(11)))
        .containsExactly(new FigureFiles.Filed(new RightId(11), picture("c"), FEATURES));
    assertThat(files().of(owner, new RightId(3))).isEmpty();
  }

  @Test
  protected void replacesTheFeaturesOfTheSamePicture() {
    OrganisationId owner = newOrganisation();
    NamedBytes newer = new NamedBytes("figure-2", new byte[] {9});
    files().keep(owner, new RightId(2), picture("a"), FEATURES);
    files().keep(owner, new RightId(2), picture("a"), newer);
    FigureFiles.Filed filed = new FigureFiles.Filed(new RightId(2), picture("a"), newer);
    assertThat(files().of(owner, new RightId(2))).containsExactly(filed);
    assertThat(each(owner)).containsExactly(filed);
  }

  @Test
  protected void givesManyEachOnce() {
    OrganisationId owner = newOrganisation();
    List<RightId> rights = new ArrayList<>();
    for (int number = 1; number <= MANY; number++) {
      rights.add(new RightId((number + 1L) / 2)); // two pictures each
      files().keep(owner, rights.getLast(), picture("p" + number), FEATURES);
    }
    assertThat(each(owner)).extracting(FigureFiles.Filed::right).isEqualTo(rights);
    assertThat(each(owner)).doesNotHaveDuplicates();
  }

  @Test
  protected void keepsOrganisationsApart() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    NamedBytes others = new NamedBytes("figure-1", new byte[] {5});
    files().keep(owner, new RightId(2), picture("a"), FEATURES);
    assertThat(each(other)).isEmpty();
    assertThat(files().of(other, new RightId(2))).isEmpty();
    files().keep(other, new RightId(2), picture("a"), others);
    assertThat(each(owner))
        .containsExactly(new FigureFiles.Filed(new RightId(2), picture("a"), FEATURES));
    assertThat(each(other))
        .containsExactly(new FigureFiles.Filed(new RightId(2), picture("a"), others));
  }
}
