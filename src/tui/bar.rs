//! A bar from left to right in eighths of a cell. What it measures is told where it is drawn, always with the number beside it.

/// The last cell of a bar, by how many eighths of it are filled.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// How long the bar of a count is, in eighths of a cell, where the largest count takes so many cells: at least one, for what is
/// there must be seen.
pub(super) fn share_of(count: usize, most: usize, cells: usize) -> usize {
    if count == 0 || cells == 0 {
        return 0;
    }
    let full = cells * 8;
    (count.saturating_mul(full) / most.max(1)).clamp(1, full)
}

/// A bar of so many eighths of a cell.
pub(super) fn bar(eighths: usize) -> String {
    let rest = EIGHTHS.get(eighths % 8).copied().unwrap_or("");
    format!("{}{rest}", "█".repeat(eighths / 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_count_and_never_unseen() {
        assert_eq!(bar(share_of(10, 10, 4)), "████");
        assert_eq!(bar(share_of(5, 10, 3)), "█▌");
        assert_eq!(bar(share_of(1, 1_000_000, 20)), "▏");
        assert_eq!(bar(share_of(0, 10, 4)), "");
        assert_eq!(bar(share_of(7, 0, 2)), "██");
        assert_eq!(share_of(3, 4, 0), 0);
    }
}
