/// The length of the longest common subsequence of `a` and `b`.
///
/// Words are numbers below `kinds`, any numbering will do; those of `b` that are not are passed over, and one of `a`
/// that is not never matches. Sixty-four words of `a` are compared at a time (Hyyrö 2004).
pub fn common_subsequence(a: &[usize], b: impl IntoIterator<Item = usize>, kinds: usize) -> usize {
    let blocks = a.len().div_ceil(64);
    let mut places = vec![0_u64; blocks * kinds];
    for (at, &word) in a.iter().enumerate().filter(|&(_, &word)| word < kinds) {
        places[word * blocks + at / 64] |= 1 << (at % 64);
    }
    // A zero bit says that the subsequence grows with this word of `a`.
    let mut row = vec![u64::MAX; blocks];
    for word in b.into_iter().filter(|&word| word < kinds) {
        let mut carry = false;
        for (block, here) in row.iter_mut().zip(&places[word * blocks..]) {
            let matched = *block & here;
            let (sum, first) = block.overflowing_add(matched);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            *block = sum | (*block & !here);
        }
    }
    row.iter().map(|block| block.count_zeros() as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The textbook's table.
    fn by_table(a: &[usize], b: &[usize]) -> usize {
        let mut row = vec![0; a.len() + 1];
        for y in b {
            let mut diagonal = 0;
            for (at, x) in a.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[a.len()]
    }

    #[test]
    fn words_in_order() {
        assert_eq!(common_subsequence(&[0, 1, 2, 3], [1, 9, 3, 2], 4), 2);
        assert_eq!(common_subsequence(&[7, 1, 7], [7, 1, 7], 4), 1, "7 is no word of four kinds");
        assert_eq!(common_subsequence(&[], [1], 4), 0);
        assert_eq!(common_subsequence(&[0, 1], [], 4), 0);
    }

    #[test]
    fn as_the_table_has_it() {
        let mut seed = 1_usize;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for length in [1, 5, 63, 64, 65, 130, 200] {
            let a: Vec<usize> = (0..length).map(|_| next(12)).collect();
            let b: Vec<usize> = (0..150).map(|_| next(12)).collect();
            assert_eq!(common_subsequence(&a, b.iter().copied(), 12), by_table(&a, &b), "{length}");
        }
    }
}
