//! A column of lists of small structs, written row by row.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayBuilder, ArrayRef, Float64Builder, Int32Builder, LargeStringBuilder, ListBuilder, StructBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};

/// What a field of an item holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Texts,
    Count,
    Number,
}

impl Kind {
    fn data_type(self) -> DataType {
        match self {
            Self::Text => DataType::LargeUtf8,
            Self::Texts => list_of(DataType::LargeUtf8),
            Self::Count => DataType::Int32,
            Self::Number => DataType::Float64,
        }
    }
}

/// The value of a field.
pub(crate) enum Cell<'a> {
    Text(Option<&'a str>),
    Texts(Vec<&'a str>),
    Count(usize),
    Number(Option<f64>),
}

pub(crate) fn list_of(item: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(item, true)))
}

/// The struct of an item.
pub(crate) fn item(fields: &[(&str, Kind)]) -> Fields {
    fields.iter().map(|&(name, kind)| Field::new(name, kind.data_type(), true)).collect()
}

/// The column, while it grows.
pub(crate) struct List(ListBuilder<StructBuilder>);

impl List {
    pub(crate) fn new(fields: &[(&str, Kind)]) -> Self {
        Self(ListBuilder::new(StructBuilder::from_fields(item(fields), 0)))
    }

    /// Adds an item to the list of the row; the cells are of the kinds of the fields, in their order.
    pub(crate) fn push<const N: usize>(&mut self, cells: [Cell<'_>; N]) {
        let row = self.0.values();
        for (index, cell) in cells.into_iter().enumerate() {
            match cell {
                Cell::Text(text) => field::<LargeStringBuilder>(row, index).append_option(text),
                Cell::Number(number) => field::<Float64Builder>(row, index).append_option(number),
                Cell::Count(count) => {
                    field::<Int32Builder>(row, index).append_value(i32::try_from(count).unwrap_or(i32::MAX));
                }
                Cell::Texts(texts) => {
                    let list = field::<ListBuilder<Box<dyn ArrayBuilder>>>(row, index);
                    let values = list.values().as_any_mut().downcast_mut::<LargeStringBuilder>();
                    let values = values.expect("item makes Texts a list of LargeUtf8");
                    for text in texts {
                        values.append_value(text);
                    }
                    list.append(true);
                }
            }
        }
        row.append(true);
    }

    /// Ends the list of the row.
    pub(crate) fn end_row(&mut self) {
        self.0.append(true);
    }

    pub(crate) fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }
}

fn field<B: ArrayBuilder>(row: &mut StructBuilder, index: usize) -> &mut B {
    row.field_builder(index).expect("cells are of the kinds of the fields")
}
