//! Something that is borrowed from memory, or was read from a file and is kept as long as somebody looks at it.

use std::ops::Deref;
use std::rc::Rc;

/// A value to look at.
#[derive(Debug)]
pub enum Held<'a, T: ?Sized> {
    /// It is in memory anyway.
    Borrowed(&'a T),
    /// It was read for this.
    Shared(Rc<T>),
}

impl<T: ?Sized> Deref for Held<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Borrowed(value) => value,
            Self::Shared(value) => value,
        }
    }
}

impl<T: ?Sized> Clone for Held<'_, T> {
    fn clone(&self) -> Self {
        match self {
            Self::Borrowed(value) => Self::Borrowed(value),
            Self::Shared(value) => Self::Shared(Rc::clone(value)),
        }
    }
}
